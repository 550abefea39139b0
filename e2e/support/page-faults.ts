import type { BrowserContext } from '@playwright/test';

/** What goes wrong inside the pages of a browser context: console errors, exceptions, rejections. */
export class PageFaults {
  readonly #seen: string[] = [];

  constructor(context: BrowserContext) {
    context.on('console', (message) => {
      if (message.type() === 'error') {
        this.#seen.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    // Exceptions that nobody caught, and promises that nobody handled.
    context.on('weberror', (fault) => {
      this.#seen.push(`page: ${fault.error().stack ?? fault.error().message}`);
    });
  }

  /** Faults that none of the patterns describes, in the order of their happening. */
  besides(allowed: readonly RegExp[]): readonly string[] {
    return this.#seen.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
  }
}
