import { ContainerType } from '../arm/container-type';

/**
 * The language of a code interpreter pool.
 *
 * @see https://learn.microsoft.com/azure/container-apps/sessions-code-interpreter
 */
export class CodeInterpreterType extends ContainerType {
  /** Python. */
  public static readonly PYTHON_LTS = new CodeInterpreterType('PythonLTS');

  /** JavaScript on Node.js. Preview. */
  public static readonly NODE_LTS = new CodeInterpreterType('NodeLTS');

  /** A Linux shell. Preview. */
  public static readonly SHELL = new CodeInterpreterType('Shell');

  /**
   * A type that this library does not know yet.
   *
   * @param name Azure's name for it
   */
  public static of(name: string): CodeInterpreterType {
    return new CodeInterpreterType(name);
  }

  private constructor(name: string) {
    super(name);
  }
}
