import { type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { keyText } from './key-text.ts';
import { ptzPreferences } from './ptz-preferences.ts';
import {
  type KeyFault,
  keyFault,
  keyName,
  type SteerKey,
  steerKeys,
  usualKeys,
} from './steer-keys.ts';

/** Which key does what in PTZ mode; each can be another one. */
export function SteerKeysDialog({ onClose }: { readonly onClose: () => void }) {
  const chosen = useStore(ptzPreferences, (state) => state.keys);
  const [waiting, setWaiting] = useState<SteerKey | null>(null);
  const [fault, setFault] = useState<{ key: string; why: KeyFault } | null>(null);
  const map = { ...usualKeys, ...chosen };

  const listen = (event: KeyboardEvent) => {
    if (waiting === null || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaiting(null);
    const why = keyFault(waiting, event.key, map);
    if (why !== null) return setFault({ key: event.key, why });
    ptzPreferences.setState({ keys: { ...chosen, [waiting]: keyName(event.key) } });
    setWaiting(null);
    setFault(null);
  };
  const begin = (key: SteerKey) => {
    setFault(null);
    setWaiting(key);
  };

  return (
    <Dialog
      open
      title={t('ptz.keys.title')}
      description={t('ptz.keys.text')}
      closeLabel={t('shell.close')}
      onClose={onClose}
      footer={
        <Button onClick={() => ptzPreferences.setState({ keys: {} })}>{t('ptz.keys.reset')}</Button>
      }
    >
      <p role="status" className="min-h-6 text-p2">
        {fault !== null && faultText(fault.key, fault.why)}
      </p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {steerKeys.map((key) => (
          <li key={key} className="flex min-h-10 items-center gap-2">
            <span className="grow">{t(`ptz.key.${key}`)}</span>
            {waiting !== key && <Kbd>{keyText(map[key])}</Kbd>}
            <Button
              look={waiting === key ? 'primary' : 'plain'}
              aria-label={
                waiting === key ? undefined : t('ptz.keys.change', { what: t(`ptz.key.${key}`) })
              }
              onKeyDown={listen}
              onBlur={() => setWaiting((now) => (now === key ? null : now))}
              onClick={() => begin(key)}
            >
              {t(waiting === key ? 'ptz.keys.press' : 'ptz.keys.change.short')}
            </Button>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-text-2">{t('ptz.keys.slow')}</p>
    </Dialog>
  );
}

function faultText(key: string, why: KeyFault): string {
  if (why.fault === 'reserved') return t('ptz.keys.reserved', { key: keyText(key) });
  return t('ptz.keys.used', { key: keyText(key), what: t(`ptz.key.${why.by}`) });
}
