import { useStore } from 'zustand';
import { t } from '../../messages/t.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { KeyList } from '../../ui/key-list.tsx';
import { preferences } from './preferences.ts';

/** What every key does; those that act without a modifier are marked by the switch above them. */
const rows = [
  ['keys.name.arrows', 'keys.arrows'],
  ['keys.name.enter', 'keys.enter'],
  ['keys.digits.keys', 'keys.digits'],
  ['M', 'keys.lift'],
  ['keys.name.delete', 'keys.clear'],
  ['F', 'keys.focus'],
  ['X', 'keys.full-screen'],
  ['S', 'keys.snapshot'],
  ['/', 'keys.filter'],
  ['|', 'keys.dock'],
  ['V', 'keys.next-view'],
  ['keys.name.undo', 'keys.undo'],
  ['?', 'keys.help'],
  ['keys.name.escape', 'keys.escape'],
  [', .', 'keys.next'],
  ['+ −', 'keys.zoom'],
  ['Z', 'keys.ptz'],
  ['\\', 'keys.alarms'],
  ['A', 'keys.alarm'],
  ['A I F H O X', 'keys.alarm.act'],
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  return (
    <Dialog open title={t('keys.title')} closeLabel={t('shell.close')} onClose={onClose}>
      <label className="mb-4 flex items-start gap-3 rounded-control bg-raised p-3">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={singleKeys}
          onChange={(event) => preferences.setState({ singleKeys: event.currentTarget.checked })}
        />
        <span>
          <span className="block font-semibold">{t('keys.single')}</span>
          <span className="block text-text-2">{t('keys.single.text')}</span>
        </span>
      </label>
      <KeyList
        rows={rows.map(([key, meaning]) => ({ keys: keysText(key), meaning: t(meaning) }))}
      />
    </Dialog>
  );
}

function keysText(key: (typeof rows)[number][0]): string {
  return key.startsWith('keys.') ? t(key as 'keys.name.arrows') : key;
}
