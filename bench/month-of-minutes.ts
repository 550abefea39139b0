import type { FirstScript } from './browser.ts';
import type { MinutesSource } from './minutes-source.ts';

/** So many cameras, at so many of each device. */
export const benchCameras = 64;

/**
 * Runs in the page before its own scripts, and answers in the place of the proxy: 64 cameras with
 * what `minutes-source.ts` tells of them. Everything else is the product's own.
 */
function answerWithMinutes(port: number): void {
  const [cameras, ofDevice, eventCount] = [64, 8, 500];
  let replies = 0;
  const plain = window.fetch.bind(window);
  const ids = Array.from({ length: cameras }, (_, at) => `bench-${at}`);
  const json = (value: unknown) =>
    new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });
  const events = (fromMs: number, toMs: number) =>
    Array.from({ length: eventCount }, (_, at) => ({
      id: `event-${at}`,
      number: at + 1,
      deviceId: 'bench',
      deviceName: 'Bench',
      cameraId: ids[at % ids.length],
      cameraName: 'Bench',
      atMs: fromMs + ((toMs - fromMs) / eventCount) * at,
      receivedAtMs: fromMs,
      isLate: false,
      isSnapshot: false,
      count: 1,
      fact: { topic: 'motion', active: true, boxes: [] },
    }));
  window.fetch = async (input, init) => {
    const { pathname, searchParams } = new URL(String(input), location.origin);
    const range = (from: string, to: string): [number, number] => [
      Number(searchParams.get(from)),
      Number(searchParams.get(to)),
    ];
    if (pathname === '/api/cameras') {
      const listed = (await (await plain(input, init)).json()) as { cameras: object[] };
      return json({
        cameras: ids.map((id, at) => ({
          ...listed.cameras[0],
          ...{ id, number: at + 1, name: `Camera ${at + 1}`, zone: 'America/New_York' },
          ...{ deviceId: `device-${Math.floor(at / ofDevice)}`, deviceName: 'Bench' },
        })),
      });
    }
    if (pathname === '/api/recordings/spans') {
      const reply = await plain(`http://127.0.0.1:${port}/?${searchParams}`, {
        signal: init?.signal ?? null,
      });
      replies += 1;
      Object.assign(window, { spanReplies: replies });
      return reply;
    }
    if (pathname === '/api/events') {
      return json({ events: events(...range('fromMs', 'toMs')), gaps: [], more: false });
    }
    if (/^\/api\/cameras\/bench-\d+\/recording$/.test(pathname)) {
      return json({ file: null, offered: true });
    }
    return plain(input, init);
  };
}

/** To be given to the browser with the address of a page of recordings. */
export function monthOfMinutes({ port }: MinutesSource): FirstScript {
  return { script: answerWithMinutes, argument: port };
}

/** How the timeline would be written at first: an element for each span, moved by its container. */
export function plainTimeline({ cameras, days }: { cameras: number; days: number }): void {
  const minutes = days * 24 * 60;
  const lane = (at: number) => {
    const spans: string[] = [];
    for (let minute = at % 2; minute < minutes; minute += 2) {
      const left = (minute / minutes) * 100;
      spans.push(`<div class="span" style="left:${left}%;width:${100 / minutes}%"></div>`);
    }
    return `<div class="lane">${spans.join('')}</div>`;
  };
  document.body.innerHTML = `<style>
    body { margin: 0; background: #0e1116 }
    #scroller { height: 324px; overflow: hidden auto; position: relative }
    #lanes { position: relative }
    .lane { position: relative; height: 24px; margin-bottom: 2px; background: #151a21 }
    .span { position: absolute; height: 100%; background: #5b8cc4 }
  </style><div id="scroller"><div id="lanes"></div></div>`;
  const scroller = document.querySelector<HTMLElement>('#scroller');
  const lanes = document.querySelector<HTMLElement>('#lanes');
  if (!scroller || !lanes) return;
  lanes.innerHTML = Array.from({ length: cameras }, (_, at) => lane(at)).join('');
  let [zoom, left] = [1, 0];
  const place = () => {
    lanes.style.width = `${zoom * 100}%`;
    lanes.style.left = `${left}px`;
  };
  scroller.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const next = Math.max(1, Math.min(500, zoom * Math.exp(-event.deltaY * 0.0016)));
      left = event.clientX - ((event.clientX - left) / zoom) * next;
      zoom = next;
      place();
    },
    { passive: false },
  );
  scroller.addEventListener('pointermove', ({ buttons, movementX }) => {
    if (buttons !== 1) return;
    left += movementX;
    place();
  });
}
