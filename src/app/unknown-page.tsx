import { useNavigate } from '@tanstack/react-router';
import { SignpostBig } from 'lucide-react';
import { t } from '../messages/t.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export function UnknownPage() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={SignpostBig}
      title={t('shell.unknown.title')}
      actions={
        <Button look="primary" onClick={() => void navigate({ to: '/' })}>
          {t('shell.unknown.back')}
        </Button>
      }
    >
      {t('shell.unknown.text')}
    </EmptyState>
  );
}
