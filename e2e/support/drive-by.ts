import type { Page } from '@playwright/test';

/** Something that a page tries to make the product do. */
export interface Attempt {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** The ways in which a page can send a request that its visitor did not ask for. */
export const shapes = [
  'form',
  'fetch without cors',
  'fetch with cors',
  'image',
  'beacon',
  'link',
  'frame',
  'origin null',
] as const;
export type Shape = (typeof shapes)[number];

const longestWaitMs = 5000;

/** Tries all of it from a page; done when the browser is done with each, however it ended. */
export async function drive(page: Page, shape: Shape, attempts: readonly Attempt[]): Promise<void> {
  await page.evaluate(
    async ({ shape, attempts, longestWaitMs }) => {
      const ended = (element: HTMLElement) =>
        new Promise<void>((resolve) => {
          element.addEventListener('load', () => resolve());
          element.addEventListener('error', () => resolve());
          setTimeout(resolve, longestWaitMs);
        });
      const put = (element: HTMLElement) => {
        const done = ended(element);
        document.body.append(element);
        return done;
      };
      const made = (name: string, facts: Readonly<Record<string, string>>) => {
        const element = document.createElement(name);
        for (const [key, value] of Object.entries(facts)) element.setAttribute(key, value);
        return element;
      };
      const settled = (work: Promise<unknown>) =>
        work.then(
          () => undefined,
          () => undefined,
        );
      const ways: Record<string, (attempt: (typeof attempts)[number]) => Promise<unknown>> = {
        form: async ({ url, body, method }) => {
          const name = `f${Math.random()}`;
          const frame = made('iframe', { name });
          document.body.append(frame);
          const form = made('form', {
            action: `${url}?_method=${method}`,
            method: 'post',
            enctype: 'text/plain',
            target: name,
          });
          // As text this is the JSON itself, but for an equals sign in a field that nobody reads.
          form.append(made('input', { name: `${body.slice(0, -1)},"x":"`, value: '"}' }));
          document.body.append(form);
          const done = ended(frame);
          HTMLFormElement.prototype.submit.call(form);
          await done;
        },
        'fetch without cors': ({ url, body }) =>
          settled(fetch(url, { method: 'POST', mode: 'no-cors', credentials: 'include', body })),
        'fetch with cors': ({ url, body, method }) =>
          settled(
            fetch(url, {
              method,
              credentials: 'include',
              headers: { 'content-type': 'application/json', 'x-watchfloor': '1' },
              body,
            }),
          ),
        image: ({ url, method }) => put(made('img', { src: `${url}?_method=${method}` })),
        beacon: async ({ url, body }) => {
          navigator.sendBeacon(url, new Blob([body], { type: 'text/plain' }));
          navigator.sendBeacon(url, new Blob([body], { type: 'application/json' }));
        },
        link: async ({ url, method }) => {
          document.head.append(made('link', { rel: 'prefetch', href: url }));
          await put(made('link', { rel: 'stylesheet', href: `${url}?_method=${method}` }));
        },
        frame: ({ url }) => put(made('iframe', { src: url })),
        'origin null': async ({ url, body, method }) => {
          const options = { method: 'POST', mode: 'no-cors', credentials: 'include', body };
          const own = { ...options, method, mode: 'cors', headers: { 'x-watchfloor': '1' } };
          const script = `Promise.allSettled([fetch(${JSON.stringify(url)}, ${JSON.stringify(options)}),
            fetch(${JSON.stringify(url)}, ${JSON.stringify(own)})]).then(() => parent.postMessage(${JSON.stringify(url)}, '*'))`;
          const frame = made('iframe', { srcdoc: `<script>${script}</script>` });
          frame.setAttribute('sandbox', 'allow-scripts');
          document.body.append(frame);
          await new Promise<void>((resolve) => {
            addEventListener('message', ({ source }) => {
              if (source === (frame as HTMLIFrameElement).contentWindow) resolve();
            });
            setTimeout(resolve, longestWaitMs);
          });
        },
      };
      await Promise.all(attempts.map((attempt) => ways[shape]?.(attempt)));
    },
    { shape, attempts, longestWaitMs },
  );
}
