import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { noteOpener } from './menu-opener.ts';
import { useNarrow } from './use-narrow.ts';

const panel =
  'z-50 min-w-48 max-w-[calc(100vw-16px)] rounded-control border border-line bg-raised p-1 text-sm text-text shadow-2xl ' +
  'shadow-black/60 max-h-(--radix-dropdown-menu-content-available-height) overflow-y-auto';
const row =
  'flex min-h-8 pointer-coarse:min-h-11 cursor-default select-none items-center gap-2 rounded-[4px] ' +
  'px-2 outline-none focus-visible:shadow-none focus-visible:outline-2 focus-visible:-outline-offset-2 data-highlighted:bg-hover data-disabled:opacity-50';

export interface MenuProps {
  /** The button that opens it; must take a ref and pass its props on. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly align?: 'start' | 'end';
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A menu that leaves the pictures behind it alone: nothing is dimmed, locked or hidden. */
export function Menu({ trigger, label, align = 'start', onOpenChange, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} {...(onOpenChange && { onOpenChange })}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          ref={noteOpener}
          className={panel}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps {
  readonly onSelect: () => void;
  readonly disabled?: boolean;
  /** The key that does the same. */
  readonly hint?: string;
  readonly children: ReactNode;
}

export function MenuItem({ onSelect, disabled = false, hint, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item className={row} disabled={disabled} onSelect={onSelect}>
      <span className="grow">{children}</span>
      {hint !== undefined && (
        <span className="ps-6 text-xs text-text-3 pointer-coarse:hidden">{hint}</span>
      )}
    </DropdownMenu.Item>
  );
}

/** Leads on: holds a link, which a window of its own can open too. */
export function MenuLink({ children }: { readonly children: ReactElement }) {
  return (
    <DropdownMenu.Item asChild className={`${row} aria-[current=page]:text-accent`}>
      {children}
    </DropdownMenu.Item>
  );
}

export interface MenuChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[];
  readonly onChange: (value: T) => void;
}

/** One of several, shown under a heading. */
export function MenuChoice<T extends string>(props: MenuChoiceProps<T>) {
  const { label, value, options, onChange } = props;
  return (
    <DropdownMenu.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
    >
      <MenuHeading>{label}</MenuHeading>
      {options.map((option) => (
        <DropdownMenu.RadioItem key={option.value} value={option.value} className={row}>
          <span className="grid size-4 place-items-center">
            <DropdownMenu.ItemIndicator>
              <Check aria-hidden className="size-4 text-accent" />
            </DropdownMenu.ItemIndicator>
          </span>
          {option.text}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

/** Where there is no room beside its menu, it lies over it. */
const overlapOnPhone = -160;

export function SubMenu({ label, children }: { readonly label: string; children: ReactNode }) {
  const narrow = useNarrow();
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className={row}>
        <span className="grow">{label}</span>
        <span aria-hidden className="text-text-3 rtl:rotate-180">
          ›
        </span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent
          className={panel}
          sideOffset={narrow ? overlapOnPhone : 0}
          collisionPadding={8}
        >
          {children}
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

export function MenuHeading({ children }: { readonly children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2 pt-2 pb-1 text-xs text-text-3">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuSeparator() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
