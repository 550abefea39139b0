import { type RefObject, useEffect, useRef, useState } from 'react';
import { askBrowser, type BrowserAbilities } from './browser-abilities.ts';
import { ConnectGate } from './connect-gate.ts';
import type { DomSurface } from './dom-surface.ts';
import { onHeartbeat } from './heartbeat.ts';
import { newTileName, tileRegistry } from './tile-registry.ts';
import { TileSession } from './tile-session.ts';
import { watchVisibility } from './tile-visibility.ts';
import type { TileWish } from './tile-wish.ts';

const gate = new ConnectGate();
let abilities: BrowserAbilities | undefined;
let asked: Promise<void> | undefined;

/** Asks the browser once for all tiles, and calls back when it has answered. */
async function onceAsked(call: () => void): Promise<void> {
  asked ??= askBrowser().then((answer) => {
    abilities = answer;
  });
  await asked;
  call();
}

/** Runs a tile in the element of the returned ref, from mount to unmount. */
export function useTileSession(
  wish: TileWish,
  surface: DomSurface,
  keepWhenHidden: boolean,
): { readonly session: TileSession; readonly picture: RefObject<HTMLDivElement | null> } {
  const picture = useRef<HTMLDivElement>(null);
  const [session] = useState(() => {
    return new TileSession(newTileName(), wish, {
      abilities: () => abilities,
      gate,
      surface,
      nowMs: () => Date.now(),
      random: Math.random,
    });
  });

  useEffect(() => {
    const element = picture.current;
    if (element === null) return;
    let sized = false;
    const measure = () => {
      const width = element.clientWidth * window.devicePixelRatio;
      if (!sized || !surface.steady) session.setWidth(width);
      sized ||= width > 0;
      surface.moved();
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    tileRegistry.set(session.tile, session);
    session.attach(element);
    void onceAsked(() => session.beat());
    measure();
    const stopBeat = onHeartbeat(() => session.beat());
    return () => {
      observer.disconnect();
      stopBeat();
      tileRegistry.delete(session.tile);
      session.dispose();
    };
  }, [session, surface]);

  useEffect(() => {
    const element = picture.current;
    if (element === null) return;
    if (!keepWhenHidden) return watchVisibility(element, (seen) => session.setSeen(seen));
    session.setSeen(true);
    return;
  }, [session, keepWhenHidden]);

  const { camera, fit, quality, kind, purpose } = wish;
  useEffect(() => {
    session.setWish({ camera, fit, quality, kind, purpose });
  }, [session, camera, fit, quality, kind, purpose]);

  return { session, picture };
}
