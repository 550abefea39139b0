/** The part of the browser's interface that we use; its types are not in every library yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const made = new Map<string, string>();

/**
 * The address of a worker as browsers want it that run no script from a plain string. The policy lets
 * this one address through, and the header of the page names each policy that there is.
 */
export function trustedWorkerAddress(policyName: string, builtAddress: string): string {
  // A policy can be made once in a window, and a worker may be started again.
  const known = made.get(policyName);
  if (known !== undefined) return known;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  const policy = trustedTypes?.createPolicy(policyName, { createScriptURL: () => builtAddress });
  const address = policy?.createScriptURL(builtAddress) ?? builtAddress;
  made.set(policyName, address);
  return address;
}
