import { useCallback, useEffect, useRef, useState } from 'react';
import { connectionState } from '../../device-access/connection-state.ts';
import type { PackVerdict } from '../../evidence/verify-pack.ts';
import { trustedWorkerAddress } from '../../playback/trusted-worker-address.ts';
import type { CheckNews, CheckOrder } from './check-messages.ts';
import builtAddress from './check-worker.ts?worker&url';

export type PackCheck =
  | { readonly state: 'none' }
  | { readonly state: 'running'; readonly file: File; readonly bytes: number }
  | {
      readonly state: 'done';
      readonly file: File;
      readonly verdict: PackVerdict;
      readonly atMs: number;
    }
  | { readonly state: 'failed'; readonly file: File };

export interface PackChecker {
  readonly check: PackCheck;
  readonly start: (file: File) => void;
  readonly cancel: () => void;
}

/** Verifies one file at a time in a worker, so that the page answers meanwhile. */
export function usePackCheck(): PackChecker {
  const [check, setCheck] = useState<PackCheck>({ state: 'none' });
  const running = useRef<Worker>(undefined);
  const end = useCallback(() => {
    running.current?.terminate();
    running.current = undefined;
  }, []);
  useEffect(() => end, [end]);
  const start = useCallback(
    (file: File) => {
      end();
      setCheck({ state: 'running', file, bytes: 0 });
      const worker = startWorker({ file }, (news) => {
        // What the one before had already said is of another file.
        if (running.current !== worker) return;
        if (news.kind === 'progress') setCheck({ state: 'running', file, bytes: news.bytes });
        else {
          end();
          const { kind } = news;
          setCheck(
            kind === 'failed'
              ? { state: kind, file }
              : { ...news, state: 'done', file, atMs: proxyNowMs() },
          );
        }
      });
      running.current = worker;
    },
    [end],
  );
  const cancel = useCallback(() => {
    end();
    setCheck({ state: 'none' });
  }, [end]);
  return { check, start, cancel };
}

function startWorker(order: CheckOrder, onNews: (news: CheckNews) => void): Worker {
  const address = trustedWorkerAddress('watchfloor-verifier', builtAddress);
  const worker = new Worker(address, { type: 'module', name: 'verifier' });
  worker.addEventListener('message', ({ data }: MessageEvent<CheckNews>) => onNews(data));
  worker.addEventListener('error', () => onNews({ kind: 'failed' }));
  worker.postMessage(order);
  return worker;
}

function proxyNowMs(): number {
  return Date.now() + connectionState.getState().clockSkewMs;
}
