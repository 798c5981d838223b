import { SessionPoolEnvironment } from '../../../../lib';
import { ENVIRONMENT_ID, RESOURCE_GROUP_ID } from '../../../support/fixtures';
import { container } from '../../card';
import { variable } from '../../values';

const FORM = '/subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.App/managedEnvironments/<name>';
const RULE = `environment.environmentId must have the form '${FORM}', got`;
const APP_ID = `${RESOURCE_GROUP_ID}/providers/Microsoft.App/containerApps/a`;
const PATH = 'properties.environmentId';

export default container('environment', {
  armPath: PATH,
  valid: [
    ['an environment from elsewhere', scope => SessionPoolEnvironment.fromEnvironmentId(scope, 'other', ENVIRONMENT_ID.toUpperCase())],
    ['an environment id that is a token', scope => SessionPoolEnvironment.fromEnvironmentId(scope, 'other', variable(scope))],
  ],
  invalid: [
    [null, 'environment must be given: custom container sessions run in a Container Apps environment with workload profiles'],
    [
      {},
      'environment must be a SessionPoolEnvironment, got an object: use SessionPoolEnvironment.fromContainerAppEnvironment or SessionPoolEnvironment.fromEnvironmentId',
    ],
    [{ environmentId: undefined }, `environment.environmentId must be given: '${FORM}'`],
    [{ environmentId: 'env' }, `${RULE} 'env'`],
    [{ environmentId: 5 }, 'environment.environmentId must be a string, got 5'],
    [{ environmentId: APP_ID }, `${RULE} '${APP_ID}'`],
  ],
  edits: ({ environments: { one, other } }) => [
    { title: 'environment', before: { environment: one }, after: { environment: other }, action: 'replaced', paths: [`body.${PATH}`] },
  ],
  drift: 'the environment of a pool cannot change',
});
