import { Ellipsis } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { alarmKeys } from './alarm-keys.ts';
import { focusAlarm } from './focus-alarm.ts';
import type { AlarmDo, AlarmHandling } from './use-alarm-handling.ts';

const inMenu: readonly AlarmDo[] = ['forward', 'shelve', 'note', 'out-of-service'];

export interface AlarmButtonsProps {
  readonly handling: AlarmHandling;
  readonly onOpen?: (() => void) | undefined;
  /** For a thumb: two wide buttons. */
  readonly large?: boolean;
}

/** All that can be done to an alarm by its person; nothing for whoever may only look. */
export function AlarmButtons({ handling, onOpen, large = false }: AlarmButtonsProps) {
  const { shown, offered, start, undo } = handling;
  const look = large ? 'min-h-11 min-w-32 grow' : undefined;
  const direct = (kind: AlarmDo, first: boolean): ReactElement | null =>
    offered.includes(kind) ? (
      <Button
        key={kind}
        look={first ? 'primary' : 'plain'}
        className={look}
        onClick={({ currentTarget }) => {
          // What was done is no longer offered, and its button takes the focus with it.
          focusAlarm(currentTarget);
          start(kind);
        }}
      >
        {t(large && kind === 'claim' ? 'alarms.do.going' : `alarms.do.${kind}`)}
      </Button>
    ) : null;
  return (
    <div className="flex flex-wrap items-center gap-2">
      {undo !== null && (
        <Button
          className={look}
          onClick={({ currentTarget }) => {
            focusAlarm(currentTarget);
            undo();
          }}
        >
          {t('alarms.do.undo')}
        </Button>
      )}
      {direct('unshelve', true)}
      {direct('in-service', true)}
      {direct('acknowledge', shown.alarm.aside === null)}
      {direct('claim', false)}
      {direct('close', false)}
      {onOpen !== undefined && (
        <Button className={look} onClick={onOpen}>
          {t('alarms.do.open')}
        </Button>
      )}
      {offered.length > 0 && (
        <Menu
          label={t('alarms.do.more')}
          align="end"
          trigger={
            <IconButton
              icon={Ellipsis}
              label={t('alarms.do.more')}
              className={classNames(large && 'min-h-11 min-w-11')}
            />
          }
        >
          {inMenu
            .filter((kind) => offered.includes(kind))
            .map((kind) => (
              <MenuItem
                key={kind}
                onSelect={() => start(kind)}
                {...(kind in alarmKeys && { hint: alarmKeys[kind as keyof typeof alarmKeys] })}
              >
                {t(`alarms.do.${kind}`)}
              </MenuItem>
            ))}
        </Menu>
      )}
    </div>
  );
}
