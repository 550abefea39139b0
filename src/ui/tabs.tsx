import { Tabs as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly label: string;
    readonly content: ReactNode;
  }[];
  readonly initial?: string;
  /** Tells which one is shown, e.g. for the address. */
  readonly onChange?: (id: string) => void;
  /** Takes the height that is there; the content scrolls by itself. */
  readonly fill?: boolean;
}

/** Several views of one thing; the arrow keys go from one to the next. */
export function Tabs({ label, tabs, initial, onChange, fill = false }: TabsProps): ReactElement {
  return (
    <Radix.Root
      defaultValue={initial ?? tabs[0]?.id ?? ''}
      className={classNames('min-w-0', fill && 'flex min-h-0 grow flex-col')}
      {...(onChange && { onValueChange: onChange })}
    >
      <Radix.List
        aria-label={label}
        className="relative flex shrink-0 gap-1 overflow-x-auto border-b border-line"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="min-h-9 shrink-0 pointer-coarse:min-h-11 border-b-2 border-transparent px-3 text-sm text-text-2 hover:text-text focus-visible:-outline-offset-2 focus-visible:shadow-none data-[state=active]:border-accent data-[state=active]:text-text"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.id}
          value={tab.id}
          className={fill ? 'flex min-h-0 grow flex-col data-[state=inactive]:hidden' : 'pt-3'}
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
