import builtAddress from './frames-worker.ts?worker&url';

/** The part of the browser's interface that we use; its types are not in every library yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

/**
 * The address of the frames worker as browsers want it that run no script from a plain string.
 * The policy lets this one address through, and the header of the page names this one policy.
 */
export function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  const policy = trustedTypes?.createPolicy('watchfloor-worker', {
    createScriptURL: () => builtAddress,
  });
  return policy?.createScriptURL(builtAddress) ?? builtAddress;
}
