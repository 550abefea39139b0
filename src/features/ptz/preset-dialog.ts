import type { PresetView } from '../../api/presets.ts';

/** What is asked about the presets of a camera. */
export type PresetDialog =
  | { readonly kind: 'save'; readonly over: PresetView | null }
  | { readonly kind: 'rename' | 'remove'; readonly preset: PresetView };
