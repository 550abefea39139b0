import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { exportsQuery } from '../../device-access/exports.ts';
import { forgetOrdered, orderedExports } from '../../device-access/ordered-exports.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import { nameOf } from './export-words.ts';

export interface ExportEndsProps {
  /** To where exports are told of. */
  readonly onShow: (exportId: string) => void;
}

/** Says when an export has ended that was ordered in this window, on whichever page somebody is. */
export function ExportEnds({ onShow }: ExportEndsProps): null {
  const { ids } = useStore(orderedExports);
  const { data, isFetching } = useQuery(exportsQuery());
  useEffect(() => {
    // A list of before the order would not have it.
    if (data === undefined || isFetching) return;
    for (const id of ids) {
      const found = data.exports.find((each) => each.id === id);
      if (found === undefined) continue;
      const { state } = found;
      if (state === 'waiting' || state === 'running' || state === 'packing') continue;
      forgetOrdered(id);
      showToast({
        tone: state === 'done' ? 'done' : 'failed',
        text: t(`exports.end.${state}`, { name: nameOf(found) }),
        action: { label: t('exports.show'), run: () => onShow(id) },
      });
    }
  }, [ids, data, isFetching, onShow]);
  return null;
}
