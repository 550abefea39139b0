import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { t } from '../../messages/t.ts';
import { OlderLines } from '../../ui/older-lines.tsx';
import { useLineWindow } from '../../ui/use-line-window.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import { LineCards } from './line-cards.tsx';
import { LineTable } from './line-table.tsx';
import type { LineView } from './line-view.ts';
import type { AuditLines as Lines } from './use-audit-lines.ts';
import { useLineKeys } from './use-line-keys.ts';

export interface AuditLinesProps {
  readonly lines: Lines;
  readonly openNumber: number | null;
  /** The line that was open in place of these. */
  readonly fromNumber: number | null;
  readonly zone: string;
  readonly onOpen: (number: number) => void;
}

const tableLineHeight = 41;
const cardHeight = 132;

/** The lines, the newest first: a table, or cards on a phone. Older ones come as they are reached. */
export function AuditLines(props: AuditLinesProps): ReactElement {
  const { lines, openNumber, fromNumber, zone, onOpen } = props;
  const narrow = useNarrow();
  const olderWords = {
    reading: t('audit.more'),
    failed: t('audit.failedMore'),
    again: t('audit.retry'),
    more: t('audit.moreButton'),
    end: t('audit.end'),
  };
  const scroller = useRef<HTMLDivElement>(null);
  const { entries = [], older } = lines;
  const indexOf = (wanted: number | null) => entries.findIndex(({ number }) => number === wanted);
  const { active, moved, focusActive, onKeyDown } = useLineKeys(
    scroller,
    entries.length,
    indexOf(openNumber),
    indexOf(fromNumber),
  );
  const list = {
    ...lines,
    count: entries.length,
    keyOf: (index: number) => entries[index]?.number ?? index,
  };
  const window = useLineWindow(list, scroller, narrow ? cardHeight : tableLineHeight, active);
  // Without a list of dependencies: the line gets the focus in the drawing that first has it.
  useLayoutEffect(() => {
    if (!moved.current) return;
    window.show(active);
    moved.current = !focusActive();
  });
  const total = older === 'end' ? entries.length : -1;
  const view: LineView = { entries, window, active, openNumber, zone, onOpen, total };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the lines inside it
    <div
      ref={scroller}
      onKeyDown={onKeyDown}
      className="relative min-h-0 min-w-0 grow overflow-y-auto overscroll-contain px-4 sm:px-8"
    >
      {narrow ? <LineCards {...view} /> : <LineTable {...view} />}
      <OlderLines {...lines} words={olderWords} />
    </div>
  );
}
