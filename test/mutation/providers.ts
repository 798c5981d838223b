/** Terraform takes too long to be run for each mutant. */
export function whyNotInstallable(): string {
  return 'not for each mutant';
}
