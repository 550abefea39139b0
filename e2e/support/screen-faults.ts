import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const options: Parameters<AxeBuilder['options']>[0] = {
  runOnly: { type: 'tag', values: rules },
  resultTypes: ['violations'],
};

/** Everything on a screen that a person would stumble over, as sentences; none where it is right. */
export async function screenFaults(page: Page, leastTargetPx: number): Promise<readonly string[]> {
  // Without a page of its own for the report; no screen holds a frame of another origin.
  const { violations } = await new AxeBuilder({ page }).options(options).setLegacyMode().analyze();
  const accessible = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
  return [
    ...accessible,
    ...(await layoutFaults(page, leastTargetPx)),
    ...(await focusFaults(page)),
  ];
}

function layoutFaults(page: Page, leastTargetPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const faults: string[] = [];
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
    // The shell fills the window and its parts scroll; a page that scrolls as a whole shows nothing below.
    if (scrollHeight > clientHeight) faults.push(`the page is ${scrollHeight} px high`);
    const controls = document.querySelectorAll<HTMLElement>(
      'button, a[href], input:not([type=hidden]), select, [role=button], [role=tab], [role=menuitem]',
    );
    for (const control of controls) {
      // A label enlarges the target of the control inside it.
      const target = control.closest('label') ?? control;
      const box = target.getBoundingClientRect();
      const shown = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      if (!shown || box.width <= 1 || control.closest('[inert], [aria-hidden=true]')) continue;
      const name =
        (control.getAttribute('aria-label') ?? (control.textContent ?? '').trim()) || control.title;
      const label = `${control.tagName.toLowerCase()} “${name || control.id}”`;
      const isField = control.matches('input, select');
      if (!isField && name === '') faults.push(`${control.outerHTML.slice(0, 120)} has no name`);
      const size = `${Math.round(box.width)}x${Math.round(box.height)}`;
      const small = Math.min(box.width, box.height) < least - 0.5;
      if (small && getComputedStyle(target).display !== 'inline') {
        faults.push(`${label} is only ${size}`);
      }
      const cut = control.scrollWidth > control.clientWidth + 1 && control.clientWidth > 0;
      if (control.tagName === 'BUTTON' && cut) faults.push(`${label} cuts its text off`);
      if (box.right > clientWidth + 1 && !inScroller(control)) {
        faults.push(`${label} ends outside the page`);
      }
    }
    return faults;

    function inScroller(element: HTMLElement): boolean {
      for (let up = element.parentElement; up !== null; up = up.parentElement) {
        if (/auto|scroll/.test(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    }
  }, leastTargetPx);
}

/** Goes through the first controls by Tab and looks whether each shows that it has the focus. */
async function focusFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (let presses = 0; presses < 8; presses += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      const marked = (element: Element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none'
        );
      };
      const around = [
        focused,
        ...focused.children,
        focused.parentElement,
        focused.closest('label'),
      ];
      const seen = around.some((element) => element !== null && marked(element));
      return seen ? null : `the focus on ${focused.outerHTML.slice(0, 120)} cannot be seen`;
    });
    if (fault !== null) faults.push(fault);
  }
  return faults;
}
