import { type ReactNode, useState } from 'react';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface FoldedListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  /** How many stand there until the person asks for all. */
  readonly most: number;
  readonly className: string;
  readonly children: (item: Item) => ReactNode;
}

/** A list that does not push what follows it out of sight: a camera may have hundreds. */
export function FoldedList<Item>(props: FoldedListProps<Item>) {
  const { label, items, most, className, children } = props;
  const [open, setOpen] = useState(false);
  const folds = items.length > most;
  return (
    <>
      <ul aria-label={label} className={className}>
        {(open ? items : items.slice(0, most)).map(children)}
      </ul>
      {folds && (
        <Button look="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('ptz.list.less') : t('ptz.list.all', { count: items.length })}
        </Button>
      )}
    </>
  );
}
