/** Text that may be a URL, without the user and the password in it. A digest is not taken for a host. */
export function withoutPassword(text: string): string {
  return text.replace(/(^|\/)[^/]*@(?!\w+:[0-9a-f]*$)/gi, '$1***@');
}

/** The name of an environment variable, without the value of what is `NAME=value`. */
export function withoutValue(name: unknown): string {
  return String(name).replace(/=[^]+$/, '=***');
}
