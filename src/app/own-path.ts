/** A way on inside the app, or its start where an address leads elsewhere. */
export function ownPath(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(to)) return '/';
  return /^\/(sign-in|setup)(?![^/?#])/.test(to) ? '/' : to;
}
