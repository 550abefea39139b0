/**
 * Calls back when this window is no longer what its person works with: nobody may see there what
 * goes on, and a key that is let go elsewhere is never heard of.
 * @returns a function that ends the calls
 */
export function onWindowLeft(left: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') left();
  };
  window.addEventListener('blur', left);
  window.addEventListener('pagehide', left);
  document.addEventListener('visibilitychange', hidden);
  return () => {
    window.removeEventListener('blur', left);
    window.removeEventListener('pagehide', left);
    document.removeEventListener('visibilitychange', hidden);
  };
}
