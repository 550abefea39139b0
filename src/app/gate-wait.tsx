import { t } from '../messages/t.ts';
import { useDelayed } from '../ui/use-delayed.ts';

/** While it is not known yet who uses this window. A quick answer shows nothing of it. */
export function GateWait({ fault }: { readonly fault: Error | null }) {
  const late = useDelayed(600);
  return (
    <main className="grid h-full place-items-center bg-canvas p-4 text-center text-text-2">
      <div role="status" className="flex flex-col gap-1">
        {fault !== null && <p className="font-medium text-text">{t('account.gate.failed')}</p>}
        {(late || fault !== null) && (
          <p>{t(fault === null ? 'account.gate.loading' : 'account.gate.retrying')}</p>
        )}
      </div>
    </main>
  );
}
