import builtAddress from './frames-worker.ts?worker&url';

/** The part of the browser's interface that we use; its types are not in every library yet. */
interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

let address: string | undefined;

/**
 * The address of the frames worker as browsers want it that run no script from a plain string.
 * The policy lets this one address through, and the header of the page names this one policy.
 */
export function workerAddress(): string {
  // A policy can be made once in a window, and the worker may be started again.
  address ??= trustedAddress();
  return address;
}

function trustedAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypesFactory };
  const policy = trustedTypes?.createPolicy('watchfloor-worker', {
    createScriptURL: () => builtAddress,
  });
  return policy?.createScriptURL(builtAddress) ?? builtAddress;
}
