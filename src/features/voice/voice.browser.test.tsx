import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { closeCodes } from '../../api/routes.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { noOffers } from '../../domain/camera.ts';
import { listening, stopListening } from '../../playback/audio/listening.ts';
import { stopTalking, talking } from '../../playback/audio/talking.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { FakeVoiceSocket } from './fake-voice-socket.ts';
import { VoiceSection } from './index.ts';
import '../../ui/browser-test.css';

/** As patient as everything else that is waited for. */
const waitFor = (check: () => void) => vi.waitFor(check, { timeout: 10_000 });
const talkative = testCamera([], {
  id: 'gate',
  offers: { ...noOffers, sound: true, loudspeaker: true },
});
let microphones: MediaStreamTrack[];
let mouth: AudioContext;

beforeEach(() => {
  FakeVoiceSocket.opened = [];
  microphones = [];
  mouth = new AudioContext();
  vi.stubGlobal('WebSocket', FakeVoiceSocket);
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation(async () => {
    const voice = new OscillatorNode(mouth, { frequency: 500 });
    const out = new MediaStreamAudioDestinationNode(mouth);
    voice.connect(out);
    voice.start();
    await mouth.resume();
    microphones.push(...out.stream.getTracks());
    return out.stream;
  });
});

afterEach(async () => {
  stopListening();
  stopTalking();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await mouth.close();
});

function show(camera = talkative, may = ['view', 'control']) {
  const client = new QueryClient();
  client.setQueryData(queryKeys.session, { state: 'signed-in', may });
  return render(
    <QueryClientProvider client={client}>
      <VoiceSection camera={camera} singleKeys />
      <textarea aria-label="Elsewhere" />
    </QueryClientProvider>,
  );
}

const listen = () => page.getByRole('button', { name: 'Listen' });
const talk = () => page.getByRole('button', { name: 'Hold to talk' });
const heardSockets = () => FakeVoiceSocket.open('/ws/audio');
const talkSockets = () => FakeVoiceSocket.open('/ws/talk');
const openTracks = () => microphones.filter(({ readyState }) => readyState === 'live').length;
const levelOf = (name: string) =>
  (page.getByRole('meter', { name }).element() as HTMLMeterElement).value;

test('is silent until it is asked for, plays, shows how loud, and ends', async () => {
  await show();
  await expect.element(page.getByText('Muted')).toBeVisible();
  expect(FakeVoiceSocket.opened).toEqual([]);
  await listen().click();
  await waitFor(() =>
    expect(heardSockets().map(({ path }) => path)).toEqual(['/ws/audio?camera=gate']),
  );
  heardSockets()[0]?.sound(390);
  await expect.element(page.getByText('You hear this camera')).toBeVisible();
  await waitFor(() => expect(levelOf('How loud the camera hears it')).toBeGreaterThan(0.8));
  heardSockets()[0]?.say({ type: 'talker', name: 'Mira' });
  await expect.element(page.getByText('Mira is talking through this camera')).toBeVisible();
  await userEvent.keyboard('m');
  await expect.element(page.getByText('Muted')).toBeVisible();
  expect([heardSockets().length, listening.getState().heard]).toEqual([0, null]);
});

test('says why it is lost, and comes back by itself', async () => {
  await show();
  await listen().click();
  const [first] = heardSockets();
  const reason = JSON.stringify({ kind: 'timeout', reason: 'stalled' });
  first?.lose(closeCodes.problem, reason);
  await expect.element(page.getByText(/It is tried again by itself\.$/)).toBeVisible();
  await waitFor(() => expect(heardSockets().filter((each) => each !== first)).toHaveLength(1));
  heardSockets().at(-1)?.sound(390);
  await expect.element(page.getByText('You hear this camera')).toBeVisible();
});

test('says that the browser holds the sound back', async () => {
  const blocked = vi.spyOn(AudioContext.prototype, 'state', 'get').mockReturnValue('suspended');
  await show();
  await listen().click();
  heardSockets()[0]?.sound(390);
  await expect.element(page.getByText(/holds the sound back. Click once/)).toBeVisible();
  blocked.mockRestore();
  heardSockets()[0]?.sound(390);
  await expect.element(page.getByText('You hear this camera')).toBeVisible();
});

test('ends when the camera view is left', async () => {
  const { unmount } = await show();
  await listen().click();
  await waitFor(() => expect(heardSockets()).toHaveLength(1));
  await unmount();
  expect([heardSockets().length, listening.getState().heard]).toEqual([0, null]);
});

test('a microphone is open only while the button is held, and the loudspeakers are silent', async () => {
  await show();
  await listen().click();
  heardSockets()[0]?.sound(390);
  await userEvent.keyboard('{t>}');
  await waitFor(() =>
    expect(talkSockets().map(({ path }) => path)).toEqual(['/ws/talk?camera=gate']),
  );
  talkSockets()[0]?.say({ type: 'ready' });
  await expect.element(page.getByText('They hear you. Let go to stop.')).toBeVisible();
  await waitFor(() => expect(talkSockets()[0]?.sent.length).toBeGreaterThan(5));
  expect(talkSockets()[0]?.sent.every(({ byteLength }) => byteLength === 160)).toBe(true);
  await waitFor(() => expect(levelOf('How loud the microphone hears you')).toBeGreaterThan(0.8));
  expect(openTracks()).toBe(1);
  await userEvent.keyboard('{/t}');
  await waitFor(() => expect([openTracks(), talkSockets().length]).toEqual([0, 0]));
  expect(talking.getState()).toMatchObject({ phase: 'off', trouble: null });
});

const lettingGo: Readonly<Record<string, (unmount: () => Promise<void>) => unknown>> = {
  'the pointer is let go elsewhere': () => pointer('pointerup'),
  'the pointer is taken away': () => pointer('pointercancel'),
  'the window loses the focus': () => window.dispatchEvent(new Event('blur')),
  'the page is left': () => window.dispatchEvent(new Event('pagehide')),
  'the camera view is left': (unmount) => unmount(),
  'the network is lost': () => window.dispatchEvent(new Event('offline')),
};

function pointer(type: string): void {
  talk()
    .element()
    .dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, button: 0 }));
}

test.each(Object.keys(lettingGo))('ends exactly once when %s', async (cause) => {
  vi.spyOn(HTMLElement.prototype, 'setPointerCapture').mockReturnValue();
  const { unmount } = await show();
  pointer('pointerdown');
  await expect.poll(() => talkSockets()).toHaveLength(1);
  const [socket] = talkSockets();
  await lettingGo[cause]?.(unmount);
  await waitFor(() => expect([openTracks(), socket?.closes]).toEqual([0, 1]));
  expect(FakeVoiceSocket.opened).toHaveLength(1);
});

test('Space and Enter hold the button, too, and a key in a text is a letter', async () => {
  await show();
  for (const key of [' ', 'Enter']) {
    (talk().element() as HTMLElement).focus();
    await userEvent.keyboard(`{${key === ' ' ? 'Space' : key}>}`);
    await expect.poll(() => talkSockets()).toHaveLength(1);
    await userEvent.keyboard(`{/${key === ' ' ? 'Space' : key}}`);
    await waitFor(() => expect([openTracks(), talkSockets().length]).toEqual([0, 0]));
  }
  await page.getByRole('textbox', { name: 'Elsewhere' }).fill('');
  await userEvent.keyboard('tm');
  expect([talkSockets().length, heardSockets().length]).toEqual([0, 0]);
});

test('says in words why there is no microphone, and who talks already', async () => {
  await show();
  vi.mocked(navigator.mediaDevices.getUserMedia).mockRejectedValueOnce(
    new DOMException('', 'NotAllowedError'),
  );
  await userEvent.keyboard('{t>}');
  await expect.element(page.getByRole('alert')).toHaveTextContent('may not use the microphone');
  await userEvent.keyboard('{/t}{t>}');
  await expect.poll(() => talkSockets()).toHaveLength(1);
  const taken = { kind: 'spoken-by-other', reason: 'spoken-by-other', detail: 'Mira' };
  talkSockets()[0]?.lose(closeCodes.problem, JSON.stringify(taken));
  await expect.element(page.getByRole('alert')).toHaveTextContent('Mira');
  expect(openTracks()).toBe(0);
});

test('offers nobody what the camera lacks or they may not', async () => {
  const first = await show(talkative, ['view']);
  await expect.element(listen()).toBeVisible();
  expect(talk().elements()).toEqual([]);
  await first.unmount();
  await show(testCamera([], { id: 'deaf' }));
  expect(page.getByRole('heading', { name: 'Sound' }).elements()).toEqual([]);
});
