const listeners = new WeakMap<Element, (onScreen: boolean) => void>();
let observer: IntersectionObserver | undefined;

function sharedObserver(): IntersectionObserver {
  observer ??= new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
  });
  return observer;
}

/**
 * Tells whether anybody can see an element: on the screen, in a tab that is shown.
 * @returns a function that ends the calls
 */
export function watchVisibility(element: Element, onChange: (seen: boolean) => void): () => void {
  let onScreen = false;
  const tell = () => onChange(onScreen && document.visibilityState === 'visible');
  listeners.set(element, (now) => {
    onScreen = now;
    tell();
  });
  document.addEventListener('visibilitychange', tell);
  sharedObserver().observe(element);
  return () => {
    document.removeEventListener('visibilitychange', tell);
    sharedObserver().unobserve(element);
    listeners.delete(element);
  };
}
