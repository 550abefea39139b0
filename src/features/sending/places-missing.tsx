import type { UseQueryResult } from '@tanstack/react-query';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { SendingPlace } from './sending-form.ts';

export interface PlacesMissingProps {
  readonly places: UseQueryResult<readonly SendingPlace[]>;
}

/** Why there is no form: nobody to send to, or it is not known who. */
export function PlacesMissing({ places }: PlacesMissingProps) {
  if (places.error !== null) {
    return (
      <Notice
        tone="error"
        title={t('send.failed')}
        actions={<Button onClick={() => void places.refetch()}>{t('send.again')}</Button>}
      >
        {problemText(problemOf(places.error)).todo}
      </Notice>
    );
  }
  if (places.data === undefined) {
    return (
      <p role="status" className="flex items-center gap-3 text-text-2">
        <Spinner />
        {t('send.loading')}
      </p>
    );
  }
  return (
    <Notice tone="info" title={t('send.none')}>
      {t('send.none.text')}
    </Notice>
  );
}
