import type { App } from 'cdktf';
import { TerraformStack, Testing } from 'cdktf';
import { policies } from './policies';
import { SandboxStack } from './sandboxes';
import { CodeInterpreterPool, SessionNetworkStatus } from 'cdktf-azure-session-pools';
import { policyFindings, SessionPoolAssertions } from 'cdktf-azure-session-pools/lib/testing';

const stack = () => new SandboxStack(Testing.app(), 'sandboxes');

test('the stack keeps the policies', () => {
  expect(policyFindings(stack(), policies())).toEqual([]);
});

test('only the browser has egress', () => {
  const pools = SessionPoolAssertions.fromStack(stack());
  pools.countIs(2);
  pools.hasProperties('interpreter', { sessionNetworkConfiguration: { status: 'EgressDisabled' } });
  pools.hasProperties('browser', {
    sessionNetworkConfiguration: { status: 'EgressEnabled' },
    managedIdentitySettings: [{ identity: expect.any(String), lifecycle: 'None' }],
  });
});

test('egress anywhere else is found', () => {
  const other = new TerraformStack(Testing.app() as App, 'other');
  new CodeInterpreterPool(other, 'open', {
    resourceGroupId: '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg',
    location: 'westeurope',
    networkStatus: SessionNetworkStatus.EGRESS_ENABLED,
    tags: { owner: 'agents', costCenter: '4711' },
  });
  expect(policyFindings(other, policies())).toEqual([expect.stringContaining('[SessionPoolEgressDisabled]')]);
});
