import { createStore } from 'zustand/vanilla';

const channelName = 'watchfloor.alarm-silence';

type Word = { readonly kind: 'ask' } | { readonly kind: 'silenced'; readonly ids: string[] };

/** The alarms that somebody has silenced, in all windows of this browser. */
export const silenced = createStore<{ readonly ids: ReadonlySet<string> }>(() => ({
  ids: new Set(),
}));

let channel: BroadcastChannel | null = null;

/** Hears of the silence in other windows, and tells them of ours. @returns a function that ends it */
export function followSilence(): () => void {
  const own = new BroadcastChannel(channelName);
  channel = own;
  own.onmessage = ({ data }: MessageEvent<Word>) => {
    if (data.kind === 'silenced') set(new Set(data.ids));
    else if (silenced.getState().ids.size > 0) tell();
  };
  own.postMessage({ kind: 'ask' } satisfies Word);
  return () => {
    own.close();
    if (channel === own) channel = null;
    set(new Set());
  };
}

/** Silences these until one comes that is not among them. It acknowledges nothing. */
export function silence(alarmIds: Iterable<string>): void {
  set(new Set(alarmIds));
  tell();
}

/** What no longer waits for anybody is new when it comes back. */
export function keepSilenced(waitingIds: ReadonlySet<string>): void {
  const { ids } = silenced.getState();
  const kept = [...ids].filter((id) => waitingIds.has(id));
  if (kept.length < ids.size) set(new Set(kept));
}

function set(ids: ReadonlySet<string>): void {
  silenced.setState({ ids });
}

function tell(): void {
  channel?.postMessage({ kind: 'silenced', ids: [...silenced.getState().ids] } satisfies Word);
}
