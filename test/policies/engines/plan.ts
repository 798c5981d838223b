/** What policies read of `terraform show -json`. */
export interface Plan {
  readonly format_version: string;
  readonly terraform_version: string;
  readonly planned_values: { readonly root_module: ValuesModule };
  readonly resource_changes: ResourceChange[];
  readonly action_invocations?: object[];
  readonly configuration: { readonly provider_config: { readonly [key: string]: Json }; readonly root_module: ConfigurationModule };
}

interface Json {
  readonly [name: string]: unknown;
}

interface ValuesModule {
  readonly address?: string;
  readonly resources?: Array<Json & { readonly values: Json }>;
  readonly child_modules?: ValuesModule[];
}

interface ResourceChange extends Json {
  readonly change: {
    readonly actions: string[];
    readonly before: Json | null;
    readonly after: Json | null;
    readonly after_unknown: Json;
    readonly after_sensitive?: Json;
  };
}

interface ConfigurationModule {
  readonly resources?: Array<Json & { readonly expressions: Json }>;
  readonly module_calls?: { readonly [name: string]: Json & { readonly module: ConfigurationModule } };
}

const ARGUMENTS = [
  'type',
  'name',
  'parent_id',
  'location',
  'tags',
  'identity',
  'body',
  'replace_triggers_refs',
  'scope',
  'role_definition_name',
  'role_definition_id',
  'principal_id',
  'resource_id',
  'action',
  'method',
  'sensitive_body',
  'template_content',
  'internal_load_balancer_enabled',
];

/** The plan without what no policy reads: the plans of all fixtures are in the repository. */
export function pruned(plan: Plan): Plan {
  return {
    format_version: plan.format_version,
    terraform_version: plan.terraform_version,
    planned_values: { root_module: values(plan.planned_values.root_module) },
    resource_changes: plan.resource_changes.map(({ change, ...rest }) => ({
      ...pick(rest, ['address', 'module_address', 'mode', 'type', 'name', 'index']),
      change: {
        actions: change.actions,
        before: change.before,
        after: change.after && pick(change.after, ARGUMENTS),
        after_unknown: pick(change.after_unknown, ARGUMENTS),
        after_sensitive: pick(change.after_sensitive ?? {}, ARGUMENTS),
      },
    })),
    configuration: {
      provider_config: Object.fromEntries(
        Object.entries(plan.configuration.provider_config).map(([key, { expressions, ...config }]) => [
          key,
          { ...config, expressions: pick((expressions ?? {}) as Json, ['default_tags']) },
        ]),
      ),
      root_module: configuration(plan.configuration.root_module),
    },
  };
}

/** What of a `cdk.tf.json` reaches the plan above: a plan is out of date when this changes. */
export function prunedConfiguration(synthesized: string): string {
  const { resource, ephemeral, data, provider, variable, locals } = JSON.parse(synthesized) as {
    [block in 'resource' | 'ephemeral' | 'data']: { [type: string]: { [id: string]: Json } };
  } & { provider: { [name: string]: Json[] }; variable: Json; locals: Json };
  const kept = (block: { [type: string]: { [id: string]: Json } } = {}) =>
    Object.entries(block).map(([type, byId]) => [
      type,
      Object.entries(byId).map(([id, args]) => [id, pick(args, ARGUMENTS), args.provider]),
    ]);
  const providers = Object.entries(provider).map(([name, configs]) => [
    name,
    configs.map(config => pick(config, ['alias', 'default_tags', 'default_location'])),
  ]);
  const more = [ephemeral && kept(ephemeral), locals].filter(each => each !== undefined);
  return JSON.stringify([kept(resource), kept(data), providers, variable, ...more]);
}

function values({ address, resources, child_modules: children }: ValuesModule): ValuesModule {
  return {
    ...(address && { address }),
    ...(resources && {
      resources: resources.map(resource => ({
        ...pick(resource, ['address', 'mode', 'type', 'name', 'index']),
        values: pick(resource.values, ARGUMENTS),
      })),
    }),
    ...(children && { child_modules: children.map(values) }),
  };
}

function configuration({ resources, module_calls: calls }: ConfigurationModule): ConfigurationModule {
  return {
    ...(resources && {
      resources: resources.map(({ expressions, ...rest }) => ({
        ...pick(rest, ['address', 'mode', 'type', 'name', 'provider_config_key']),
        expressions: pick(expressions ?? {}, ARGUMENTS),
      })),
    }),
    ...(calls && {
      module_calls: Object.fromEntries(
        Object.entries(calls).map(([name, call]) => [name, { ...pick(call, ['source']), module: configuration(call.module) }]),
      ),
    }),
  };
}

function pick(from: Json, names: string[]): Json {
  return Object.fromEntries(names.filter(name => name in from).map(name => [name, from[name]]));
}
