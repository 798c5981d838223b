import { AzapiActionMethod, AzapiActionWhen, AzapiResourceAction } from '../../lib';
import { POOL_ID } from '../support/fixtures';
import { synthesize, synthesizeHcl } from '../support/synth';

const CONFIG = { type: 'Microsoft.App/sessionPools@2026-01-01', resourceId: POOL_ID, action: 'stop' };

describe('AzapiResourceAction', () => {
  test('leaves the method and the time to azapi', () => {
    const [action] = Object.values(
      synthesize(stack => void new AzapiResourceAction(stack, 'action', CONFIG)).resource.azapi_resource_action,
    );
    expect(action).toEqual({
      type: CONFIG.type,
      resource_id: POOL_ID,
      action: 'stop',
      response_export_values: [],
    });
  });

  test.each(Object.values(AzapiActionMethod).flatMap(method => Object.values(AzapiActionWhen).map(when => [method, when] as const)))(
    'runs by %s at %s',
    (method, when) => {
      const { resource } = synthesize(stack => void new AzapiResourceAction(stack, 'action', { ...CONFIG, method, when }));
      expect(Object.values(resource.azapi_resource_action)).toMatchObject([{ method, when }]);
    },
  );

  test('is written as HCL too', () => {
    const hcl = synthesizeHcl(
      stack =>
        void new AzapiResourceAction(stack, 'action', { ...CONFIG, method: AzapiActionMethod.DELETE, when: AzapiActionWhen.DESTROY }),
    );
    expect(hcl).toMatch(/method\s+= "DELETE"/);
    expect(hcl).toMatch(/when\s+= "destroy"/);
  });
});
