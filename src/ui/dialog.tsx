import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { useFocusReturn } from './use-focus-return.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly closeLabel: string;
  /** One sentence under the title, read out when the dialog opens. */
  readonly description?: string | undefined;
  readonly children: ReactNode;
  /** Buttons at the bottom, the one that goes on last. */
  readonly footer?: ReactNode;
  /** Comes up while another dialog may be open, and covers it. */
  readonly onTop?: boolean;
}

/** A modal dialog; on a phone it rises from the bottom edge. Esc and the backdrop close it. */
export function Dialog(props: DialogProps): ReactElement {
  const { open, onClose, title, closeLabel, description, children, footer, onTop } = props;
  const focus = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <Radix.Overlay
          className={classNames('fixed inset-0 bg-black/70', onTop ? 'z-60' : 'z-40')}
        />
        <Radix.Content
          className={classNames(dialogPlace, onTop ? 'z-60' : 'z-50')}
          onOpenAutoFocus={(event) => {
            focus.remember();
            focusFirstField(event);
          }}
          onCloseAutoFocus={focus.giveBack}
          {...(description === undefined && { 'aria-describedby': undefined })}
        >
          <header className="flex items-start gap-3 border-b border-line px-5 py-3">
            <div className="min-w-0 grow">
              <Radix.Title className="text-base font-semibold wrap-anywhere">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="text-sm text-text-2">{description}</Radix.Description>
              )}
            </div>
            <IconButton icon={X} label={closeLabel} onClick={onClose} className="-me-2" />
          </header>
          <div className="relative min-h-0 grow overflow-y-auto px-5 py-4">{children}</div>
          {footer !== undefined && <footer className={dialogFooter}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/**
 * To what is marked as first, else to the first field, else to the dialog itself: the button that
 * closes it comes first in order.
 */
function focusFirstField(event: Event): void {
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  const first =
    currentTarget.querySelector<HTMLElement>('[data-first-focus]') ??
    currentTarget.querySelector<HTMLElement>('input:not([hidden]), select, textarea');
  (first ?? currentTarget).focus();
}

export const dialogPlace = classNames(
  'fixed flex flex-col overflow-hidden outline-none border border-line bg-panel text-text shadow-2xl',
  'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl',
  'sm:inset-x-auto sm:bottom-auto sm:start-1/2 sm:top-1/2 sm:w-[36rem] sm:max-w-[calc(100vw-2rem)]',
  'sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg rtl:sm:translate-x-1/2',
);

export const dialogFooter =
  'flex flex-wrap justify-end gap-2 border-t border-line bg-raised/40 px-5 py-3';
