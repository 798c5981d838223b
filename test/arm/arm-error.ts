import type { JsonObject } from './json';

/** An answer of Azure Resource Manager that refuses a request. */
export class ArmError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ArmError';
  }

  toBody(): JsonObject {
    return { error: { code: this.code, message: this.message } };
  }
}
