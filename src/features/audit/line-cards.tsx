import type { ReactElement } from 'react';
import { actorText } from '../../messages/actor-text.ts';
import { t } from '../../messages/t.ts';
import { EntryTime, Operation, OutcomeLabel } from './entry-words.tsx';
import type { LineView } from './line-view.ts';

/** A line is a card that opens its details. */
export function LineCards(view: LineView): ReactElement {
  const { entries, window, active, zone, onOpen } = view;
  return (
    <ul aria-label={t('audit.table')} className="pt-3">
      {window.parts.map((part) => {
        if ('room' in part) {
          return <li key={`room ${part.at}`} aria-hidden style={{ height: part.room }} />;
        }
        const { index } = part;
        const entry = entries[index];
        if (entry === undefined) return null;
        const { number, atMs, actor, operation, object, outcome } = entry;
        return (
          <li key={number} ref={window.measure} data-index={index} className="pb-3">
            <button
              type="button"
              data-line={index}
              tabIndex={index === active ? 0 : -1}
              onClick={() => onOpen(number)}
              className="flex w-full flex-col gap-1 rounded-control border border-line bg-panel p-3 text-start"
            >
              <span className="text-base wrap-anywhere">
                <Operation operation={operation} />
              </span>
              <span className="text-text-2 wrap-anywhere">
                <bdi>{actorText(actor)}</bdi>
                {object !== undefined && object.name !== '' && (
                  <>
                    {' · '}
                    <bdi>{object.name}</bdi>
                  </>
                )}
              </span>
              <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-xs text-text-2">
                <span>
                  <EntryTime atMs={atMs} zone={zone} /> {zone}
                </span>
                <OutcomeLabel outcome={outcome} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
