/**
 * The language of a code interpreter pool.
 */
export class CodeInterpreterType {
  /** Python. */
  public static readonly PYTHON_LTS = new CodeInterpreterType('PythonLTS');

  /** JavaScript on Node.js. Preview. */
  public static readonly NODE_LTS = new CodeInterpreterType('NodeLTS');

  /** A Linux shell. Preview. */
  public static readonly SHELL = new CodeInterpreterType('Shell');

  /**
   * A type that this library does not know yet.
   *
   * @param containerType Azure's name for it
   */
  public static of(containerType: string): CodeInterpreterType {
    return new CodeInterpreterType(containerType);
  }

  private constructor(
    /** Azure's name for the type. */
    public readonly containerType: string,
  ) {}
}
