import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { goToNumber } from './go-to-number.ts';
import type { Helm } from './helm.ts';
import { ptzPreferences } from './ptz-preferences.ts';
import {
  movementOf,
  presetNumberOf,
  type SteerKey,
  slowKey,
  steerKeyOf,
  usualKeys,
} from './steer-keys.ts';

const ownKeys =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="alertdialog"]';
const slowShare = 0.25;

/** What is held by its place on the keyboard: another modifier makes another character of it. */
interface HeldKey {
  readonly does: SteerKey;
  readonly key: string;
}

/**
 * Steers by the keyboard while PTZ mode is on, before the keys of the camera view, which mean
 * something else then.
 */
export function useSteerKeys(helm: Helm | null, singleKeys: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (helm === null) return;
    const held = new Map<string, HeldKey>();
    const sourceOf = (code: string) => `key:${code}`;
    const partOf = ({ does, key }: HeldKey, shiftKey: boolean) => {
      const part = movementOf(does) ?? {};
      const speed = ptzPreferences.getState().speed * (slowKey(key, shiftKey) ? slowShare : 1);
      return Object.fromEntries(Object.entries(part).map(([axis, way]) => [axis, way * speed]));
    };
    const shift = (shiftKey: boolean) => {
      for (const [code, each] of held) helm.change(sourceOf(code), partOf(each, shiftKey));
    };
    const once = (does: SteerKey) => {
      const number = presetNumberOf(does);
      if (number !== null) void goToNumber(queryClient, helm, number);
      else if (does === 'home' && helm.can.home) void helm.act({ kind: 'home' });
    };

    const press = (event: KeyboardEvent) => {
      if (event.key === 'Shift') shift(true);
      else if (['Control', 'Alt', 'Meta'].includes(event.key)) helm.dropAll('key:');
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return;
      const { mode } = helm.state.getState();
      const map = { ...usualKeys, ...ptzPreferences.getState().keys };
      const does = steerKeyOf(event, map, singleKeys);
      const leaves = mode && event.key === 'Escape';
      if (!leaves && (does === null || (!mode && does !== 'mode'))) return;
      event.preventDefault();
      if (event.repeat) return;
      if (leaves || does === null) helm.setMode(false);
      else if (does === 'mode') helm.setMode(!mode);
      else if (movementOf(does) === null) once(does);
      else {
        const each = { does, key: event.key };
        held.set(event.code, each);
        helm.press(sourceOf(event.code), partOf(each, event.shiftKey));
      }
    };
    const lift = (event: KeyboardEvent) => {
      if (event.key === 'Shift') shift(false);
      held.delete(event.code);
      helm.drop(sourceOf(event.code));
    };
    window.addEventListener('keydown', press, true);
    window.addEventListener('keyup', lift, true);
    return () => {
      window.removeEventListener('keydown', press, true);
      window.removeEventListener('keyup', lift, true);
    };
  }, [helm, singleKeys, queryClient]);
}
