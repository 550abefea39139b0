import { Link } from '@tanstack/react-router';
import { ClipboardList, FolderOpen, ListChecks } from 'lucide-react';
import { useMay } from '../device-access/use-session.ts';
import { t } from '../messages/t.ts';
import { buttonLook } from '../ui/button.tsx';

/** Where else alarms lead, for whoever handles them. */
export function AlarmLinks() {
  const handles = useMay('handle-alarms');
  const supervises = useMay('supervise');
  const isPerson = useMay('self');
  return (
    <>
      {supervises && (
        <Link to="/alarms/rules" className={buttonLook('plain')}>
          <ListChecks aria-hidden className="size-4" />
          {t('desk.page.rules')}
        </Link>
      )}
      {handles && (
        <Link to="/reports/shift" className={buttonLook('plain')}>
          <ClipboardList aria-hidden className="size-4" />
          {t('desk.page.report')}
        </Link>
      )}
      {isPerson && (
        <Link to="/cases" className={buttonLook('plain')}>
          <FolderOpen aria-hidden className="size-4" />
          {t('desk.page.cases')}
        </Link>
      )}
    </>
  );
}
