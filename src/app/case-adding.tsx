import '../messages/use-cases.ts';

import { useNavigate } from '@tanstack/react-router';
import type { CaseItem } from '../api/cases.ts';
import { AddToCaseDialog } from '../features/cases/add-to-case-dialog.tsx';

export interface AddToCaseProps {
  readonly items: readonly CaseItem[];
  readonly onClose: () => void;
}

export function AddToCase({ items, onClose }: AddToCaseProps) {
  const navigate = useNavigate();
  const open = (caseId: string) => void navigate({ to: '/cases/$caseId', params: { caseId } });
  return <AddToCaseDialog items={items} onClose={onClose} onOpen={open} />;
}
