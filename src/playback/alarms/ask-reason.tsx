import type { ReactElement } from 'react';
import { acknowledgeReasons } from '../../domain/alarm.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import type { AskProps } from './ask-props.ts';

/** Why a critical or high alarm is put aside: one press, also by its digit. */
export function AskReason({ handling }: AskProps): ReactElement {
  const choose = (index: number) => {
    const reason = acknowledgeReasons[index];
    if (reason !== undefined) handling.finish({ kind: 'acknowledge', reason });
  };
  return (
    <fieldset
      className="flex flex-wrap gap-2"
      onKeyDown={({ key, ctrlKey, altKey, metaKey }) => {
        if (/^[1-9]$/.test(key) && !ctrlKey && !altKey && !metaKey) choose(Number(key) - 1);
      }}
    >
      <legend className="mb-2 text-sm font-medium">{t('alarms.reason')}</legend>
      {acknowledgeReasons.map((reason, index) => (
        <Button key={reason} onClick={() => choose(index)}>
          {t(`alarms.reason.${reason}`)}
          <span aria-hidden className="pointer-coarse:hidden">
            <Kbd>{index + 1}</Kbd>
          </span>
        </Button>
      ))}
      <Button look="quiet" onClick={handling.cancel}>
        {t('alarms.do.cancel')}
      </Button>
    </fieldset>
  );
}
