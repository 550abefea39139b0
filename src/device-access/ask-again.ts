const againMs = 10_000;

interface Asked {
  readonly state: { readonly status: 'pending' | 'error' | 'success' };
}

/** For what a device did not say: asked again until it does, so that nobody has to press for it. */
export const askAgainAfterFailure = {
  refetchInterval: ({ state }: Asked) => (state.status === 'error' ? againMs : false),
} as const;
