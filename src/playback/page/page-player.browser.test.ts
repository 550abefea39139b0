import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionState } from '../../device-access/connection-state.ts';
import type { PlayerFailure } from '../player.ts';
import { PagePlayer } from './page-player.ts';

let failures: PlayerFailure[];
let asked: number;
let answer: () => Promise<Response>;
let host: HTMLElement;
let player: PagePlayer;

beforeEach(() => {
  failures = [];
  asked = 0;
  answer = async () => Response.json({ url: 'about:blank', expiresAtMs: 0 });
  vi.spyOn(window, 'fetch').mockImplementation(() => {
    asked += 1;
    return answer();
  });
  host = document.createElement('div');
  document.body.append(host);
  player = new PagePlayer({
    cameraId: 'c1',
    stream: { id: 'page', kind: 'page', quality: 'main' },
    fit: 'contain',
    tile: 't1',
    surface: { name: 's1', locate: vi.fn(), onMove: vi.fn() },
    onFailure: (failure) => failures.push(failure),
  });
});

afterEach(() => {
  player.unmount();
  host.remove();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function loaded(): Promise<HTMLIFrameElement> {
  player.mount(host);
  await expect.poll(() => player.progress().lastPictureAtMs).toBeDefined();
  return host.querySelector('iframe') as HTMLIFrameElement;
}

describe('PagePlayer', () => {
  it('is a picture that takes neither keys nor clicks', async () => {
    const frame = await loaded();
    expect([frame.inert, frame.tabIndex]).toEqual([true, -1]);
    expect(frame.classList).toContain('pointer-events-none');
    expect(frame.getAttribute('sandbox')).toBe('allow-scripts allow-same-origin');
    expect(frame.referrerPolicy).toBe('no-referrer');
  });

  it('is used while it is engaged, and a picture again when the focus comes back', async () => {
    const frame = await loaded();
    const onLeave = vi.fn();
    player.engage(onLeave);
    expect([frame.inert, frame.tabIndex]).toEqual([false, 0]);
    expect(document.activeElement).toBe(frame);
    window.dispatchEvent(new FocusEvent('focus'));
    await expect.poll(() => onLeave.mock.calls.length).toBe(1);
    expect(frame.inert).toBe(true);
    window.dispatchEvent(new FocusEvent('focus'));
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('hears nothing that a page says', async () => {
    const frame = await loaded();
    const onLeave = vi.fn();
    player.engage(onLeave);
    for (const data of ['esc', 'Escape', { type: 'esc' }, { key: 'Escape' }]) {
      window.dispatchEvent(new MessageEvent('message', { data, source: frame.contentWindow }));
    }
    expect(onLeave).not.toHaveBeenCalled();
    expect(frame.inert).toBe(false);
  });

  it('says so when the page has not come after fifteen seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    answer = () => new Promise(() => undefined);
    player.mount(host);
    await vi.advanceTimersByTimeAsync(14_999);
    expect(failures).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(failures).toEqual([
      { problem: { kind: 'timeout', reason: 'answer-timeout' }, remedy: 'retry' },
    ]);
  });

  it.each([
    ['page-needs-tls', 'unsupported', 'other-player'],
    ['connection-refused', 'unreachable', 'retry'],
  ] as const)('ends with %s in its words', async (reason, kind, remedy) => {
    answer = async () => Response.json({ kind, reason }, { status: 501 });
    player.mount(host);
    await expect.poll(() => failures).toEqual([{ problem: { kind, reason }, remedy }]);
  });

  it('asks for a new ticket when the proxy is back', async () => {
    await loaded();
    const before = connectionState.getState();
    connectionState.setState({ state: 'lost' });
    connectionState.setState({ state: 'connected' });
    await expect.poll(() => asked).toBe(2);
    connectionState.setState(before);
  });

  it('leaves nothing behind, and lets go of whoever used it', async () => {
    await loaded();
    const onLeave = vi.fn();
    player.engage(onLeave);
    player.unmount();
    expect(onLeave).toHaveBeenCalledOnce();
    expect(host.childElementCount).toBe(0);
  });
});
