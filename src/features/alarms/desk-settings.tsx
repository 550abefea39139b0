import { Volume2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { noticePermission } from './desk-notices.ts';
import { testSound } from './desk-sound.ts';

const words = {
  default: 'desk.notify',
  granted: 'desk.notify.on',
  denied: 'desk.notify.denied',
} as const;

/** To hear what the sounds are like, and to be told of alarms outside the window. */
export function DeskSettings(): ReactElement {
  const [permission, setPermission] = useState(noticePermission);
  return (
    <Menu
      label={t('desk.settings')}
      align="end"
      trigger={<IconButton icon={Volume2} label={t('desk.settings')} />}
    >
      <MenuItem onSelect={() => testSound(1)}>{t('desk.test.1')}</MenuItem>
      <MenuItem onSelect={() => testSound(2)}>{t('desk.test.2')}</MenuItem>
      {permission !== 'missing' && (
        <MenuItem
          disabled={permission !== 'default'}
          onSelect={() => void Notification.requestPermission().then(setPermission)}
        >
          {t(words[permission])}
        </MenuItem>
      )}
    </Menu>
  );
}
