import { CUSTOM_CONTAINER } from './api-versions';

/**
 * The kind of sessions that a pool has: `ContainerType.CUSTOM_CONTAINER`, or one of `CodeInterpreterType`.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions
 */
export class ContainerType {
  /** Sessions that run a container of your own. */
  public static readonly CUSTOM_CONTAINER = new ContainerType(CUSTOM_CONTAINER);

  /** @param name Azure's name for the type */
  protected constructor(
    /** Azure's name for the type. */
    public readonly name: string,
  ) {}
}
