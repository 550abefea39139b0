import '../messages/use-exports.ts';
import '../messages/use-people.ts';

import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import {
  ExportEnds as Ends,
  type ExportDraft,
  ExportDialog as OrderDialog,
} from '../features/exports/index.ts';

export interface ExportDialogProps {
  readonly draft: ExportDraft;
  readonly onClose: () => void;
}

/** Orders an export, from whichever page it is wanted. */
export function ExportDialog({ draft, onClose }: ExportDialogProps) {
  return <OrderDialog draft={draft} onClose={onClose} onShow={useShowExport()} />;
}

/** Beside every page, once something was ordered in this window. */
export function ExportEnds() {
  return <Ends onShow={useShowExport()} />;
}

function useShowExport(): (exportId: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (exportId) => void navigate({ to: '/exports', search: { export: exportId } }),
    [navigate],
  );
}
