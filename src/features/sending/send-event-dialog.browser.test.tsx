import '../../ui/browser-test.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { EventSending } from '../../api/event-sending.ts';
import { routes } from '../../api/routes.ts';
import { SendEventDialog } from './send-event-dialog.tsx';
import type { SendingPlace } from './sending-form.ts';

let places: readonly SendingPlace[] | null;
let sent: EventSending[];
let answer: () => Response | Promise<Response>;
const onClose = vi.fn();

const recorder: SendingPlace = {
  ...{ deviceId: 'd1', name: 'TS-NVR', kinds: ['plate', 'call', 'mark'] },
  cameraIds: ['c1', 'c2'],
};
const spy: SendingPlace = { deviceId: 'd2', name: 'Spy', kinds: ['motion'], cameraIds: ['c3'] };
const camera = (id: string, name: string, presets: number) => ({
  ...{ id, name, offers: { steering: presets > 0 }, capabilities: { presets } },
});

beforeEach(() => {
  places = [recorder, spy];
  sent = [];
  answer = () => Response.json({ deviceName: 'TS-NVR', eventId: '12', copies: 1 });
  onClose.mockReset();
  vi.stubGlobal('fetch', async (input: RequestInfo, init?: RequestInit) => {
    const { pathname } = new URL(String(input), 'http://127.0.0.1');
    if (pathname === routes.cameras) {
      return Response.json({
        cameras: [camera('c1', 'Gate', 8), camera('c2', 'Yard', 0), camera('c3', 'Shop', 0)],
      });
    }
    if (pathname === routes.presets('c1')) {
      return Response.json({ presets: [{ id: 'p3', number: 3, name: 'Barrier' }] });
    }
    if (init?.method === 'POST') {
      sent.push(JSON.parse(String(init.body)) as EventSending);
      return answer();
    }
    return places === null
      ? Response.json({ kind: 'internal', reason: 'internal' }, { status: 500 })
      : Response.json({ devices: places });
  });
});
afterEach(() => vi.unstubAllGlobals());

async function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await render(
    <QueryClientProvider client={client}>
      <SendEventDialog onClose={onClose} />
    </QueryClientProvider>,
  );
}
const field = (name: string) => page.getByLabelText(name, { exact: true });
const send = page.getByRole('button', { name: 'Send', exact: true });

test('marks a moment of a camera by the keyboard alone', async () => {
  await open();
  await expect.element(field('Camera')).toBeVisible();
  await field('Camera').selectOptions('Gate (TS-NVR)');
  await field('Turn the camera').selectOptions('3: Barrier');
  await field('Title').fill('Fire');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Marked on TS-NVR as event 12.')).toBeVisible();
  await expect.element(page.getByText(/A copy is there about two minutes after/)).toBeVisible();
  expect(sent).toEqual([
    {
      ...{ kind: 'mark', cameraId: 'c1', title: 'Fire', comment: '', presetId: 'p3' },
      backup: { beforeSeconds: 10, afterSeconds: 60 },
    },
  ]);
  // What is typed next was not sent yet.
  await field('Title').fill('Fire, second');
  await expect.element(page.getByText('Marked on TS-NVR as event 12.')).not.toBeInTheDocument();
});

test('says which fields it wants, and loses none between kinds', async () => {
  await open();
  await page.getByRole('radio', { name: 'A number plate was read' }).click();
  await expect.element(page.getByText(/it may open a barrier/)).toBeVisible();
  await field('Plate').fill('DSP 963');
  await send.click();
  await expect.element(page.getByText('This is needed.')).toBeVisible();
  await expect.element(field('Code of the place')).toHaveFocus();
  expect(sent).toEqual([]);
  await page.getByRole('radio', { name: 'An emergency call' }).click();
  await field('What calls').fill('vendor/phone');
  await field('Code of the place').fill('7');
  await page.getByRole('radio', { name: 'ends' }).click();
  await send.click();
  await expect
    .element(page.getByText('TS-NVR has been told that the call from 7 ends.'))
    .toBeVisible();
  expect(sent).toEqual([
    { kind: 'call', deviceId: 'd1', deviceName: 'vendor/phone', caller: '7', active: false },
  ]);
  await page.getByRole('radio', { name: 'A number plate was read' }).click();
  await expect.element(field('Plate')).toHaveValue('DSP 963');
});

test('wants a whole number of seconds, and only where there is to be a copy', async () => {
  await open();
  await field('Camera').selectOptions('Yard (TS-NVR)');
  await expect.element(field('Turn the camera')).not.toBeInTheDocument();
  await field('Seconds before').fill('9999');
  await send.click();
  await expect.element(page.getByText(/at most 3600/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Keep a copy of the recording' }).click();
  await send.click();
  await expect.poll(() => sent).toMatchObject([{ cameraId: 'c2', backup: null, presetId: null }]);
});

test.each([
  ['command-refused', 'rejected', 502, 'It was not sent.'],
  ['no-answer', 'timeout', 504, 'Whether it was sent is not known.'],
])('says that it failed: %s', async (reason, kind, status, title) => {
  answer = () => Response.json({ kind, reason }, { status });
  await open();
  await page.getByRole('radio', { name: 'Something moved before a camera' }).click();
  await field('Camera').selectOptions('Shop (Spy)');
  await send.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(title);
  expect(sent).toHaveLength(1);
  await expect.element(field('Camera')).toHaveValue('c3');
});

test('is sent once, however often the button is pressed', async () => {
  let reply: (response: Response) => void = () => undefined;
  answer = () => new Promise((resolve) => (reply = resolve));
  await open();
  await field('Camera').selectOptions('Gate (TS-NVR)');
  await field('Title').click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Sending…' })).toBeVisible();
  await userEvent.keyboard('{Enter}{Enter}');
  reply(Response.json({ deviceName: 'TS-NVR', eventId: null, copies: 0 }));
  await expect.element(page.getByText('Marked on TS-NVR.')).toBeVisible();
  expect(sent).toHaveLength(1);
});

test('says that no device takes events, or that it is not known', async () => {
  places = [];
  await open();
  await expect.element(page.getByText('No device takes events from you')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).last().click();
  expect(onClose).toHaveBeenCalledOnce();
});

test('asks again which devices take events', async () => {
  places = null;
  await open();
  await expect.element(page.getByRole('alert')).toHaveTextContent('could not be read');
  places = [spy];
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('radio', { name: /Something moved/ })).toBeChecked();
});
