/**
 * A session pool as it is in a synthesized stack or in a plan.
 */
export interface SynthesizedSessionPool {
  /**
   * The address in Terraform, modules included.
   */
  readonly address: string;

  /**
   * The ARM name.
   */
  readonly name: string;

  /**
   * The API version.
   */
  readonly apiVersion: string;

  /**
   * The region.
   */
  readonly location: string;

  /**
   * The tags.
   */
  readonly tags: { readonly [name: string]: unknown };

  /**
   * `properties` of the ARM body. Values that are known only after apply are the text `(known after apply)`.
   */
  readonly properties: { readonly [name: string]: unknown };

  /**
   * The identity block: `type` and `identity_ids`.
   * @default - the pool has no identity
   */
  readonly identity?: { readonly [name: string]: unknown };
}
