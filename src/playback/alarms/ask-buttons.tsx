import type { ReactElement } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import type { AskingAction } from './use-alarm-handling.ts';

export interface AskButtonsProps {
  readonly kind: AskingAction;
  readonly onCancel: () => void;
}

export function AskButtons({ kind, onCancel }: AskButtonsProps): ReactElement {
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="primary" type="submit">
        {t(`alarms.do.${kind}`)}
      </Button>
      <Button look="quiet" onClick={onCancel}>
        {t('alarms.do.cancel')}
      </Button>
    </div>
  );
}
