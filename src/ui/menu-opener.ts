let opener: HTMLElement | null = null;

/** Called with each menu as it opens; the library names a menu after its button. */
export function noteOpener(menu: HTMLElement | null): void {
  if (menu !== null) opener = document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
}

/**
 * Where the focus belongs when something that was chosen in a menu is over. The menu itself is gone
 * by the time that a dialog opens, and the focus with it.
 */
export function focusOrigin(): Element | null {
  const { activeElement, body } = document;
  const lost = activeElement === null || activeElement === body;
  return lost || activeElement.closest('[role="menu"]') !== null ? opener : activeElement;
}
