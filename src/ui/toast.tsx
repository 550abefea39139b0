import { Check, TriangleAlert, X } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from './icon-button.tsx';
import { closeToast, type Toast, toasts } from './toast-store.ts';

/** Where toasts appear: above the status strip, away from the tiles' names. */
export function ToastRegion({ closeLabel }: { readonly closeLabel: string }) {
  const list = useStore(toasts, (state) => state.list);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-10 z-50 flex flex-col items-center gap-2 max-[640px]:bottom-26"
    >
      {list.map((toast) => (
        <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

function ToastCard({ toast, closeLabel }: { readonly toast: Toast; readonly closeLabel: string }) {
  const Icon = toast.tone === 'done' ? Check : TriangleAlert;
  const { action } = toast;
  return (
    <div className="pointer-events-auto flex max-w-full items-center gap-3 rounded-control border border-line bg-raised py-1 ps-3 pe-1 text-sm shadow-2xl shadow-black/60">
      <Icon aria-hidden className={toast.tone === 'done' ? 'size-4 text-ok' : 'size-4 text-text'} />
      <span className="min-w-0 wrap-anywhere">{toast.text}</span>
      {action && (
        <button
          type="button"
          className="min-h-8 shrink-0 rounded-control px-2 font-semibold text-accent hover:bg-hover pointer-coarse:min-h-11"
          onClick={() => {
            closeToast(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton icon={X} label={closeLabel} onClick={() => closeToast(toast.id)} />
    </div>
  );
}
