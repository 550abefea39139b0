import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import { Spinner } from './spinner.tsx';
import type { LongList } from './use-line-window.ts';

export interface OlderLinesProps extends Pick<LongList, 'older' | 'readOlder'> {
  readonly words: Readonly<Record<'reading' | 'failed' | 'again' | 'more' | 'end', string>>;
}

/** The foot of a long list: whether older lines are there, on their way, or could not be read. */
export function OlderLines({ older, readOlder, words }: OlderLinesProps): ReactElement {
  return (
    <div className="flex min-h-12 flex-wrap items-center gap-3 py-3 text-xs text-text-2">
      {older === 'reading' && (
        <>
          <Spinner />
          {words.reading}
        </>
      )}
      {older === 'failed' && (
        <>
          <span role="alert">{words.failed}</span>
          <Button onClick={readOlder}>{words.again}</Button>
        </>
      )}
      {older === 'waiting' && <Button onClick={readOlder}>{words.more}</Button>}
      {older === 'end' && words.end}
    </div>
  );
}
