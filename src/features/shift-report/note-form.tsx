import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type HandoverNote, longestNote } from '../../api/shift-report.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { writeHandoverNote } from '../../device-access/shift-report.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';

export interface NoteFormProps {
  readonly onSaved: (note: HandoverNote) => void;
}

/** From here on it says how much room is left. */
const nearlyFull = 200;

/** What was written stays until it is kept. */
export function NoteForm({ onSaved }: NoteFormProps): ReactElement {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const command = useMutation({
    mutationFn: writeHandoverNote,
    onSuccess: (note) => {
      setText('');
      onSaved(note);
    },
  });
  const left = longestNote - text.length;
  const save = () => {
    setMissing(text.trim() === '');
    if (text.trim() !== '' && !command.isPending) command.mutate(text);
  };
  return (
    <form
      noValidate
      className="flex max-w-3xl flex-col gap-3 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        prose
        label={t('shift.note')}
        hint={left <= nearlyFull ? t('shift.note.left', { count: left }) : t('shift.note.hint')}
        error={isMissing ? t('shift.note.missing') : undefined}
        rows={3}
        maxLength={longestNote}
        value={text}
        readOnly={command.isPending}
        onChange={({ target }) => {
          setText(target.value);
          setMissing(false);
          command.reset();
        }}
      />
      {command.error !== null && (
        <Notice tone="error" title={t('shift.note.failed')}>
          {problemText(problemOf(command.error)).todo}
        </Notice>
      )}
      {command.isSuccess && <Notice tone="done" title={t('shift.note.saved')} />}
      <Button type="submit" aria-disabled={command.isPending} className="self-start">
        {t(command.isPending ? 'shift.note.saving' : 'shift.note.save')}
      </Button>
    </form>
  );
}
