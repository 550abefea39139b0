import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { PictureState, PictureTruth } from './picture-truth.ts';
import { TileTruth } from './tile-truth.tsx';

function truth(state: PictureState, over: Partial<PictureTruth> = {}): PictureTruth {
  return { state, sinceMs: Date.now() - 7400, why: 'preferred', attempt: 0, ...over };
}

async function show(shown: PictureTruth, onRetry = () => undefined) {
  return render(
    <div style={{ position: 'relative', width: 640, height: 360 }}>
      <TileTruth truth={shown} channel="connected" cameraName="Gate" onRetry={onRetry} />
    </div>,
  );
}

const refused = { kind: 'unreachable', reason: 'connection-refused' } as const;

describe('TileTruth', () => {
  it.each<[PictureState, string]>([
    ['paused', 'Paused while nobody can see it'],
    ['offline', 'Offline'],
    ['login', 'Sign-in refused'],
    ['blocked', 'Blocked'],
    ['no-signal', 'No signal'],
    ['service', 'Device fault'],
    ['unsupported', 'Cannot be played here'],
  ])('says %s in words and with a shape', async (state, words) => {
    const screen = await show(truth(state));
    await expect.element(screen.getByText(words, { exact: true })).toBeInTheDocument();
    expect(screen.container.querySelector('svg[aria-hidden]')).not.toBeNull();
  });

  it.each([
    ['Not on this browser', { lack: 'h265' }],
    ['Not on this browser', { problem: { kind: 'unsupported', reason: 'codec-unplayable' } }],
    ['Needs ffmpeg', { lack: 'ffmpeg' }],
  ] satisfies [string, Partial<PictureTruth>][])('says plainly: %s', async (words, over) => {
    const screen = await show(truth('unsupported', over));
    await expect.element(screen.getByText(words, { exact: true })).toBeInTheDocument();
    expect(screen.container.querySelectorAll('p').length).toBeGreaterThan(2);
  });

  it('adds nothing to a live picture', async () => {
    const screen = await show(truth('live'));
    expect(screen.container.textContent).toBe('');
  });

  it('counts how long no picture has come, and how often it was tried', async () => {
    const lastPictureAtMs = Date.now() - 7400;
    const screen = await show(
      truth('stale', { lastPictureAtMs, problem: refused, attempt: 3, retryInMs: 1800 }),
    );
    const secondsShown = () =>
      Number(/No new picture for 0:(\d\d)/.exec(screen.container.textContent ?? '')?.[1]);
    const first = secondsShown();
    expect(first).toBeGreaterThanOrEqual(7);
    await expect.poll(secondsShown, { timeout: 3000 }).toBeGreaterThan(first);
    await expect.element(screen.getByText(/3 tries · next try in 2 s/)).toBeInTheDocument();
  });

  it('tells it to a screen reader, once it has held', async () => {
    const screen = await show(truth('offline', { problem: refused }));
    await expect.element(screen.getByRole('status')).toHaveTextContent(/^Gate: Offline/);
  });

  it('retries when asked', async () => {
    const onRetry = vi.fn();
    const screen = await show(truth('offline', { problem: refused }), onRetry);
    screen
      .getByText('Retry')
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onRetry).toHaveBeenCalledOnce();
  });

  it('says nothing in the first two seconds of connecting, then that it connects', async () => {
    const screen = await show(truth('connecting', { sinceMs: Date.now() }));
    expect(screen.container.textContent).toBe('');
    await expect.element(screen.getByText('Connecting…'), { timeout: 4000 }).toBeInTheDocument();
  });

  it('names the way that failed and why', async () => {
    const screen = await show(
      truth('degraded', {
        player: 'hls',
        why: 'fallback',
        fallbackFrom: { player: 'flv', problem: { kind: 'timeout', reason: 'stalled' } },
      }),
    );
    await expect.element(screen.getByText('HLS')).toBeInTheDocument();
    await expect.element(screen.getByText(/because FLV failed/)).toBeInTheDocument();
  });

  it('says in words that nothing is recorded, also over a live picture', async () => {
    const screen = await show(truth('live', { notRecordingSinceMs: Date.now() - 12_200 }));
    await expect.element(screen.getByText('NOT RECORDING 0:12')).toBeInTheDocument();
  });
});
