// Asked for with every frame, and a pointer may change while a page is open.
let coarse: MediaQueryList | undefined;

/** What of the head is taken hold of, in pixels; a thumb hides what it holds. */
export function headGrip(): { readonly halfWidth: number; readonly height: number } {
  coarse ??= matchMedia('(pointer: coarse)');
  return coarse.matches ? { halfWidth: 14, height: 26 } : { halfWidth: 7, height: 18 };
}
