import '../messages/use-cases.ts';

import { FolderPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CaseItem } from '../api/cases.ts';
import { useMay } from '../device-access/use-session.ts';
import { t } from '../messages/t.ts';
import { IconButton } from '../ui/icon-button.tsx';
import type { AddToCaseProps } from './case-adding.tsx';

const Dialog = lazy(async () => ({ default: (await import('./case-adding.tsx')).AddToCase }));

/** Asks for a case and puts things into it; loaded when somebody wants to. */
export function AddToCase(props: AddToCaseProps) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}

export interface AddToCaseButtonProps {
  readonly item: CaseItem;
  /** Which one it is, where there are several on a page. */
  readonly what?: string;
}

/** Stands wherever something is that a case may hold; nothing for who may not. */
export function AddToCaseButton({ item, what }: AddToCaseButtonProps) {
  const may = useMay('handle-alarms');
  const [asks, setAsks] = useState(false);
  if (!may) return null;
  return (
    <>
      <IconButton
        icon={FolderPlus}
        label={what === undefined ? t('cases.add') : t('cases.add.of', { what })}
        onClick={() => setAsks(true)}
      />
      {asks && <AddToCase items={[item]} onClose={() => setAsks(false)} />}
    </>
  );
}
