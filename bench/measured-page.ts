import connect from 'chrome-remote-interface';
import type { Product } from '../scripts/run-product.ts';

export interface PageOptions {
  /** Runs before the page's own scripts. */
  readonly first?: string;
  /** The product that the page is of, signed in to. */
  readonly product?: Product | undefined;
}

export interface MouseAct {
  readonly type: 'mouseMoved' | 'mousePressed' | 'mouseReleased' | 'mouseWheel';
  readonly x: number;
  readonly y: number;
  readonly deltaY?: number;
  /** The left button is held. */
  readonly isHeld?: boolean;
}

/** One page of a measured browser; nothing but what a measurement needs of it is switched on. */
export interface MeasuredPage {
  /** Runs a function, or an expression, in the page and waits for its promise. */
  evaluate<Result, Argument>(
    run: string | ((argument: Argument) => Result | Promise<Result>),
    argument?: Argument,
  ): Promise<Result>;
  /** As a hand would, at the middle of the first element that fits. */
  click(selector: string): Promise<void>;
  /** @param key as the browser names it, such as `a` or `Escape` */
  press(key: string): Promise<void>;
  /** Moves, presses, releases or turns the wheel as a hand would, and waits until the page took it. */
  mouse(act: MouseAct): Promise<void>;
  /** What the scripts of the page hold once everything that can be let go has been, bytes. */
  heldBytes(): Promise<number>;
}

// The TypeScript loader wraps functions in a call of this name, also those that run in the page.
const loaderName = 'globalThis.__name = (value) => value;';

export async function connectTo(
  port: number,
  address: string,
  { first = '', product }: PageOptions,
): Promise<MeasuredPage> {
  const target = await connect.New({ port, url: 'about:blank' });
  const { Page, Runtime, Emulation, Network, Input, HeapProfiler } = await connect({
    port,
    target,
  });
  await Page.enable();
  await Emulation.setDeviceMetricsOverride({
    width: 1920,
    height: 1080,
    deviceScaleFactor: 1,
    mobile: false,
  });
  if (product) {
    const cookie = await product.signIn();
    // The browser counts loopback as safe; the one who sets the cookie for it wants to see TLS.
    const url = 'https://127.0.0.1/';
    await Network.setCookie({ ...cookie, url, secure: true, httpOnly: true, sameSite: 'Strict' });
  }
  // A measurement puts other players into our own page, for the same stream and the same origin.
  await Page.setBypassCSP({ enabled: true });
  await Page.addScriptToEvaluateOnNewDocument({ source: `${loaderName}${first}` });
  // Endless pictures keep a page from ever being "loaded"; its document is there long before.
  await Page.navigate({ url: address });
  const evaluate: MeasuredPage['evaluate'] = async (run, argument) => {
    const expression =
      typeof run === 'string' ? run : `(${run})(${JSON.stringify(argument ?? null)})`;
    const { result, exceptionDetails } = await Runtime.evaluate({
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  return {
    evaluate,
    click: async (selector) => {
      const at = await evaluate((wanted: string) => {
        const box = document.querySelector(wanted)?.getBoundingClientRect();
        return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
      }, selector);
      if (at === null) throw new RangeError(`the page shows no ${selector}`);
      const once = { ...at, button: 'left', clickCount: 1 } as const;
      await Input.dispatchMouseEvent({ ...once, type: 'mousePressed' });
      await Input.dispatchMouseEvent({ ...once, type: 'mouseReleased' });
    },
    press: async (key) => {
      // Without its text the key of a form's end is heard and ends nothing.
      const text = key === 'Enter' ? { text: '\r' } : key.length === 1 ? { text: key } : {};
      await Input.dispatchKeyEvent({ type: 'keyDown', key, code: key, ...text });
      await Input.dispatchKeyEvent({ type: 'keyUp', key, code: key });
    },
    mouse: async ({ isHeld = false, deltaY, ...act }) => {
      const wheel = deltaY === undefined ? {} : { deltaX: 0, deltaY };
      const hand = isHeld ? ({ button: 'left', buttons: 1, clickCount: 1 } as const) : {};
      await Input.dispatchMouseEvent({ ...act, ...hand, ...wheel });
    },
    heldBytes: async () => {
      await HeapProfiler.collectGarbage();
      return (await Runtime.getHeapUsage()).usedSize;
    },
  };
}
