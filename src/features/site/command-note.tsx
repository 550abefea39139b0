import { CircleAlert } from 'lucide-react';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import type { CommandResult } from './use-site-command.ts';

export interface CommandNoteProps {
  readonly command: { readonly error: Error | null; readonly data: CommandResult | undefined };
  /** Where the device took the command, and says that nothing has changed. */
  readonly same: string;
}

/** What went wrong with the last command, at the control that it was given with. */
export function CommandNote({ command: { error, data }, same }: CommandNoteProps) {
  const text = error === null ? (data === 'same' ? same : null) : failureText(error);
  return (
    <p aria-live="assertive" className="text-sm text-p1 empty:hidden">
      {text !== null && (
        <span className="flex items-start gap-1.5">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{text}</span>
        </span>
      )}
    </p>
  );
}

function failureText(error: Error): string {
  return t('site.refused', { ...problemText(problemOf(error)) });
}
