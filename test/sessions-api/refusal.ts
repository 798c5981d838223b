/** An answer of the sessions API that is an error. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }

  toBody(): object {
    return { error: { code: this.code, message: this.message } };
  }
}
