/** A case of a suite in `test/e2e/results.md`, or a unit test: its file and its title as the source has it. */
export type Evidence = { readonly suite: string; readonly case: string } | { readonly file: string; readonly title: string };

type Rows = { readonly [row: string]: readonly Evidence[] };

const of =
  (suite: string) =>
  (...cases: string[]): Evidence[] =>
    cases.map(each => ({ suite, case: each }));
const unit = (file: string, title: string): Evidence[] => [{ file, title }];

const faults = of('Faults');
const interruptions = of('Interruptions');
const killed = of('Adopting what a killed run left behind');
const waiting = of('Adopting what Azure still creates');
const cli = of('Adopting a pool that the Azure CLI made');
const drift = of('Drift');
const edits = of('Edits of one property');
const grants = of('Grants');
const lifecycle = of('Tags of others, and what leaves or enters the program');
const checks = of('What Azure drops');
const secrets = of('Secrets');
const each = of('Runbook: what happens to each construct');
const pools = of('Runbook: pools, secrets and images');
const around = of('Runbook: environments, grants, fleets, alerts and query packs');

const CREATE_FAILED = 'run after a create that failed';
const ADOPTING = 'run with adoptExisting';

/** What shows that a row of the runbook is true, by the heading of its table and its first cell. */
export const EVIDENCE: { readonly [heading: string]: Rows } = {
  'By message': {
    '`already exists`': killed('CodeInterpreterPool: run after that', `CodeInterpreterPool: ${ADOPTING}`),
    '`RoleAssignmentExists`': grants('grant that exists already', 'grant with adoptExisting: role assignments'),
    '`Missing Resource Import State`': pools('adoptExisting without a pool: message', 'adoptExisting without a pool: run without it'),
    '`Instance cannot be destroyed`': lifecycle('preventDestroy: replacing the pool'),
    '`Failed to provision session pool`': pools('Failed pool that was adopted: each update'),
    '`No value for required variable`, or `must not be empty: set TF_VAR_...`': pools(
      'secret that is not given: plan',
      'secret that is empty: plan',
    ),
    '`Check block assertion failed`': checks('networkStatus', 'networkStatus: plan after the next apply'),
  },
  Pools: {
    'Azure answered 429, 5xx or broke the connection, and the run went on': faults(
      'create: 429, twice',
      'update: 503, twice',
      'delete: connection reset',
      'update: 409, busy',
    ),
    'an update failed, or ran into its timeout': faults('update: asynchronous operation Failed', 'update: no answer before the timeout'),
    'a run was stopped or killed during an update': interruptions(
      'SIGINT to Terraform during update: one more run',
      'SIGKILL to the process group during update: one more run',
    ),
    'a create failed, or ran into its timeout': faults('create: asynchronous operation Failed', 'create: no answer before the timeout'),
    'a run was stopped with Ctrl-C during a create': interruptions(
      'SIGINT to the process group during create: what is left',
      'SIGINT to the process group during create: one more run',
    ),
    'a run was killed during a create, as runners do with jobs that are cancelled': [
      ...interruptions('SIGKILL to the process group during create: one more run with adoptExisting'),
      ...killed('CustomContainerPool: run after that', `CustomContainerPool: ${ADOPTING}`),
    ],
    'the same, and Azure is still creating the pool': waiting(`CustomContainerPool, still being created: ${ADOPTING}`),
    'a delete failed, or a run was stopped or killed during one': [
      ...faults('delete: asynchronous operation Failed'),
      ...interruptions('SIGKILL to the process group during delete: one more run'),
      ...each('CodeInterpreterPool: run after a delete that failed'),
    ],
    'a pool that ended as `Failed` was adopted': pools(
      'Failed pool that was adopted: each update',
      'Failed pool that was adopted: run after it was deleted in Azure',
    ),
    '`adoptExisting` is set, and the pool is not there': pools('adoptExisting without a pool: run without it'),
    'a first create failed, and the pool has `preventDestroy`': lifecycle(
      'first create fails, with preventDestroy: next run',
      'first create fails, with preventDestroy: plan after a run without',
    ),
    'an edit would replace a pool with `preventDestroy`': lifecycle('preventDestroy: replacing the pool'),
    'somebody deleted the pool in Azure': drift('pool: it is deleted, with its grants', 'pool: plan after that'),
    'somebody changed, removed or added a setting of the pool in Azure': drift(
      'pool/egress/changed',
      'pool/command/removed',
      'pool/registry-password/swapped',
      'pool/probes/added',
    ),
    'Azure took a setting and does not keep it': checks('networkStatus', 'networkStatus: next plan'),
    'Azure Policy puts tags on the pool': lifecycle(
      'pool: plan after tags of others, without ignoreTags',
      'pool: plan after tags of others, with ignoreTags',
    ),
    'region, name, resource group, container type or environment was edited': [
      ...edits(
        'CodeInterpreterPool: location',
        'CodeInterpreterPool: sessionPoolName',
        'CodeInterpreterPool: resourceGroupId',
        'CodeInterpreterPool: containerType',
        'CustomContainerPool: environment',
      ),
      ...around('pool that is replaced: grants and alerts'),
    ],
    'the state was lost': grants(
      'pool and grant with adoptExisting: role assignments',
      'pool and grant with adoptExisting: plan after that',
    ),
    'two constructs define one pool': [
      ...unit('test/azapi/unique-resources.test.ts', 'is an error for %s'),
      ...unit('test/arm-resources/shared-names.test.ts', '%s of two stacks get a warning for one literal name'),
    ],
    '`count` or `for_each` was set on a pool that something refers to': pools(
      'count on a pool whose endpoint is an output: plan',
      'pools of a loop of the language: run',
    ),
  },
  Secrets: {
    'a secret was rotated: `TF_VAR_...` has another value': secrets('rotation of one of three: plan', 'rotation of one of three: in Azure'),
    'a secret is not given, or is empty': pools('secret that is not given: plan', 'secret that is empty: plan'),
    'a saved plan is applied without the secrets': pools(
      'saved plan that is applied without its secrets',
      'saved plan that is applied without its secrets: PUT requests',
      'saved plan that is applied with its secrets',
    ),
    'somebody removed a secret in Azure, or added one': drift('pool/secret/removed', 'pool/secret/added'),
    'somebody changed the value of a secret in Azure': drift('pool/secret-value/changed: Azure never answers the values of secrets'),
  },
  Environments: {
    'a create failed': each(`SessionPoolEnvironment: ${CREATE_FAILED}`),
    'a run was killed during the create': [
      ...killed('SessionPoolEnvironment: run after that', `SessionPoolEnvironment: ${ADOPTING}`),
      ...waiting(`SessionPoolEnvironment, still being created: ${ADOPTING}`),
    ],
    'a delete failed': each('SessionPoolEnvironment: run after a delete that failed'),
    'somebody changed, removed or added a setting in Azure': drift(
      'environment/public-network-access/changed',
      'environment/logs/removed',
      'environment/workload-profile/added',
    ),
    'somebody deleted the environment and its pools in Azure': around('environment and its pools are deleted in Azure: next run'),
    'an edit replaces the environment': around(
      'environment that an edit replaces: requests',
      'environment with preventDestroy that an edit replaces',
    ),
    'the environment leaves the program, and another program has pools in it': [
      ...around(
        'environment with pools of another program, taken out: run',
        'environment with pools of another program, taken out: run once they are gone',
      ),
      ...each('SessionPoolEnvironment: with removed blocks'),
    ],
  },
  Grants: {
    'the principal is written another way: a literal becomes a variable': grants('grant: plan when a principal becomes a variable'),
    'the construct of the pool was moved with `moveFromId` or `moveTo`': grants(
      'grant: plan when the construct of the pool is renamed, with moveFromId',
      'grant: plan when the construct of the pool is renamed, with moveTo',
    ),
    'the principal is another one': grants('grant: requests when the principal is another one'),
    'the role assignment exists already: the Azure CLI makes one for whoever creates a pool, or another program has it': grants(
      'grant that exists already',
      'grant with adoptExisting: plan after that',
    ),
    'one principal is written in two ways in one stack, so that the library cannot see that two grants are the same': around(
      'one grant in two spellings: run',
      'one grant in two spellings: plan after two runs with one of them',
      'one grant in two spellings: role assignments after two runs with one of them',
    ),
    'the principal was created a moment ago, and Entra does not know it everywhere yet': around('grant to a principal that is new: run'),
    'a create failed': each(`a grant: ${CREATE_FAILED}`),
    'a run was killed during the create': killed('a grant: run after that', `a grant: ${ADOPTING}`),
    'somebody took the role away': drift('role-assignment/resource/removed'),
    'the pool was replaced': around('pool that is replaced: grants and alerts'),
  },
  Fleets: {
    'a create failed': each(`a pool of a CodeInterpreterPoolFleet: ${CREATE_FAILED}`),
    'a run was killed while it created pools': killed(
      'a pool of a CodeInterpreterPoolFleet: run after that',
      `a pool of a CodeInterpreterPoolFleet: ${ADOPTING}`,
    ),
    'the fleet became larger': around('fleet that becomes larger: plan'),
    'the fleet became smaller': around('fleet that becomes smaller: plan'),
    'a fleet with `preventDestroy` became smaller': around('fleet with preventDestroy that becomes smaller'),
    'somebody deleted a pool of the fleet in Azure': each('a pool of a CodeInterpreterPoolFleet: run after it was deleted in Azure'),
  },
  Alerts: {
    'a create failed': each(`SessionPoolAlert: ${CREATE_FAILED}`),
    'a run was killed during the create': killed('SessionPoolAlert: run after that', `SessionPoolAlert: ${ADOPTING}`),
    'somebody changed, muted or deleted the alert': [
      ...drift('alert/threshold/changed', 'alert/enabled/changed'),
      ...each('SessionPoolAlert: run after it was deleted in Azure'),
    ],
    'the pool was replaced': around('pool that is replaced: grants and alerts', 'pool that is replaced: plan after that'),
  },
  'Query packs': {
    'a create failed': each(`SessionPoolQueryPack: ${CREATE_FAILED}`, `a query of a SessionPoolQueryPack: ${CREATE_FAILED}`),
    'a run was killed during the create of the pack': killed('SessionPoolQueryPack: run after that', `SessionPoolQueryPack: ${ADOPTING}`),
    'a run was killed during the create of a query': killed(`a query of a SessionPoolQueryPack: ${ADOPTING}`),
    'somebody changed or deleted a query': [
      ...around('query that somebody changed: plan', 'query that somebody changed: plan after the next run'),
      ...each('a query of a SessionPoolQueryPack: run after it was deleted in Azure'),
    ],
  },
  'A new image': {
    'the image has a new tag or digest': edits('CustomContainerPool: image'),
    'another image was pushed under the same tag': pools('another image under the same tag: plan'),
    'another pipeline sets the image, with `ignoreImage`': edits('CustomContainerPool: image, with ignoreImage'),
    'the rollout is stuck: the run ends at its timeout': pools(
      'new image that never gets ready: run',
      'new image that never gets ready: active template',
      'new image that never gets ready: desired template',
      'new image that never gets ready: run with the old image',
    ),
  },
  'Handing over and taking over': {
    'a pool has to leave the program, and stay in Azure': lifecycle(
      'pool with a removed block: in Azure',
      'pool with a removed block: state',
    ),
    'the same for an environment, a grant, a fleet, an alert or a query pack': each(
      ...['SessionPoolEnvironment', 'a grant', 'a pool of a CodeInterpreterPoolFleet', 'SessionPoolAlert', 'SessionPoolQueryPack'].map(
        kind => `${kind}: with removed blocks`,
      ),
    ),
    'a pool that the Azure CLI or a person made has to enter the program': cli(
      'CustomContainerPool: plan with adoptExisting',
      'CustomContainerPool: the pool in Azure',
      'CustomContainerPool: plan without adoptExisting',
    ),
    'a pool of raw azapi in the same state has to become a construct': lifecycle('pool of raw azapi with moveFromId'),
    'a pool of another program has to enter this one': pools(
      'pool of another program with adoptExisting: run',
      'pool of another program with adoptExisting: deletes',
    ),
    'the construct was renamed, or moved in the tree': lifecycle(
      'pool that is renamed in the program, with its name and moveFromId: plan',
      'pool that is renamed in the program, with moveFromId only: plan',
    ),
    'the construct of a pool with `preventDestroy` was taken out of the program': lifecycle(
      'preventDestroy: the construct is taken out of the program',
    ),
  },
};
