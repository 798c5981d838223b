/** vega-lite has types only for a newer way to resolve modules than this project compiles with. */
declare module 'vega-lite' {
  export function compile(spec: object): { readonly spec: import('vega').Spec };
}
