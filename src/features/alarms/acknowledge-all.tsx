import type { ReactElement } from 'react';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { useAlarmHands } from '../../device-access/use-alarms.ts';
import { needsAcknowledgement, wantsReason } from '../../domain/alarm-offer.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast-store.ts';

/** Acknowledges all that are shown and want no reason, and can take all of it back. */
export function AcknowledgeAll({ shown }: { readonly shown: readonly ShownAlarm[] }) {
  const hands = useAlarmHands();
  const minor = shown.filter(({ alarm }) => needsAcknowledgement(alarm) && !wantsReason(alarm));
  if (!hands.may || minor.length === 0) return null;
  const acknowledge = () => {
    const done = minor.flatMap(
      ({ alarm }) =>
        hands.actWithUndo({
          alarmId: alarm.id,
          action: { kind: 'acknowledge', reason: null },
        }) ?? [],
    );
    if (done.length < minor.length) showToast({ tone: 'failed', text: t('alarms.full') });
    showToast({
      tone: 'done',
      text: t('desk.ack.done', { count: done.length }),
      action: { label: t('alarms.do.undo'), run: () => done.forEach(hands.takeBack) },
    });
  };
  const button: ReactElement = (
    <Button onClick={acknowledge}>{t('desk.ack.visible', { count: minor.length })}</Button>
  );
  return button;
}
