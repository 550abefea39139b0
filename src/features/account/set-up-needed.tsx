import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { queryKeys } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { GateActions, GateFrame } from './gate-frame.tsx';

/** For everybody who comes before the first administrator is there. */
export function SetUpNeeded(): ReactElement {
  const queryClient = useQueryClient();
  return (
    <GateFrame title={t('account.setUp.needed.title')}>
      <p className="text-center text-balance text-text-2">{t('account.setUp.needed.text')}</p>
      <GateActions>
        <Button onClick={() => void queryClient.refetchQueries({ queryKey: queryKeys.session })}>
          {t('account.setUp.needed.again')}
        </Button>
      </GateActions>
    </GateFrame>
  );
}
