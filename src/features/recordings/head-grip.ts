/** What of the head is taken hold of, in pixels; a thumb hides what it holds. */
export function headGrip(): { readonly halfWidth: number; readonly height: number } {
  const isCoarse = matchMedia('(pointer: coarse)').matches;
  return isCoarse ? { halfWidth: 14, height: 26 } : { halfWidth: 7, height: 18 };
}
