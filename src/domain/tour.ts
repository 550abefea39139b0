/**
 * `autopan` sweeps along a line, `cruise` goes between two ends or along a recorded way, `sequence`
 * visits presets, `patrol` is one of the movements that the maker built in.
 */
export const tourKinds = ['autopan', 'cruise', 'sequence', 'patrol'] as const;
export type TourKind = (typeof tourKinds)[number];

/** A way that a camera goes by itself until it is stopped. */
export interface Tour {
  /** Unique within the camera, e.g. `cruise-2`. */
  readonly id: string;
  readonly kind: TourKind;
  /** Within its kind, 1 and up. */
  readonly number: number;
  /** Empty where the device keeps none. */
  readonly name: string;
  /** Whether a plan can be read and saved. */
  readonly editable: boolean;
  /** Which patrol it is; only of kind `patrol`. */
  readonly way?: 'vertical' | 'horizontal' | undefined;
}

/** One stop of a sequence. */
export interface TourStop {
  /** A {@link Preset} of the same camera. */
  readonly presetId: string;
  readonly dwellSeconds: number;
  /** 0..14, the device's own scale; 14 is the fastest. */
  readonly speed: number;
}

/** A tour as it is edited. `mark` of a line is taken where the camera looks when it is saved. */
export type TourPlan =
  | { readonly kind: 'sequence'; readonly name: string; readonly stops: readonly TourStop[] }
  | {
      readonly kind: 'autopan' | 'cruise';
      /** The end of the line to put where the camera looks now; null leaves both. */
      readonly mark: 'start' | 'end' | null;
      readonly direction: 'left' | 'right' | null;
      /** 0..3, the device's own scale; null leaves it. */
      readonly speed: number | null;
    };
