import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { type Case, longestCaseText, longestCaseTitle } from '../../api/cases.ts';
import { caseChanged, casesChanged, changeCase } from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { caseFaultText } from '../../messages/case-fault-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast-store.ts';

export interface CaseFormProps {
  /** As it is kept now, also while it is written here. */
  readonly shown: Case;
  readonly onDirty: (dirty: boolean) => void;
  readonly onDone: () => void;
}

/** Title and text in place, beside what they are about. Nobody writes over another unseen. */
export function CaseForm({ shown, onDirty, onDone }: CaseFormProps): ReactElement {
  const client = useQueryClient();
  const [begun, setBegun] = useState(shown);
  const [title, setTitle] = useState(shown.title);
  const [text, setText] = useState(shown.text);
  const [lacksTitle, setLacksTitle] = useState(false);
  const first = useRef<HTMLTextAreaElement>(null);
  useEffect(() => first.current?.focus(), []);
  const command = useMutation({
    mutationFn: (revision: number) =>
      // Nobody writes in a closed case: whoever insists opens it again.
      changeCase(shown.id, { title, text, revision, state: 'open' }),
    onSuccess: (changed) => {
      caseChanged(client, changed);
      showToast({ tone: 'done', text: t('cases.saved') });
      onDone();
    },
    onError: () => casesChanged(client),
  });
  const isOther = shown.revision !== begun.revision;
  const save = () => {
    if (title.trim() === '') setLacksTitle(true);
    else if (!command.isPending) command.mutate(shown.revision);
  };
  const typed = (next: { title?: string; text?: string }) => {
    const now = { title, text, ...next };
    setTitle(now.title);
    setText(now.text);
    setLacksTitle(false);
    onDirty(now.title !== begun.title || now.text !== begun.text);
  };
  return (
    <form
      noValidate
      className="flex max-w-3xl flex-col gap-4 print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isOther) save();
      }}
    >
      <TextField
        label={t('cases.name')}
        error={lacksTitle ? t('cases.name.needed') : undefined}
        value={title}
        maxLength={longestCaseTitle}
        autoComplete="off"
        onChange={(event) => typed({ title: event.currentTarget.value })}
      />
      <TextArea
        prose
        ref={first}
        label={t('cases.text')}
        hint={t('cases.text.hint')}
        rows={10}
        value={text}
        maxLength={longestCaseText}
        onChange={(event) => typed({ text: event.currentTarget.value })}
      />
      {isOther && (
        <Notice
          tone="info"
          title={t(shown.closed ? 'cases.changed.closed' : 'cases.changed')}
          actions={
            <Button
              onClick={() => {
                setBegun(shown);
                save();
              }}
            >
              {t(shown.closed ? 'cases.changed.reopen' : 'cases.changed.mine')}
            </Button>
          }
        >
          <p>{t('cases.changed.todo', { title: shown.title })}</p>
          <p dir="auto" className="relative mt-2 max-h-40 overflow-y-auto whitespace-pre-line">
            {shown.text}
          </p>
        </Notice>
      )}
      {command.error !== null && !isOther && (
        <Notice tone="error" title={t('cases.save.failed')}>
          {caseFaultText(problemOf(command.error))}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" type="submit" aria-disabled={command.isPending || isOther}>
          {t(command.isPending ? 'cases.saving' : 'cases.save')}
        </Button>
        <Button onClick={onDone}>{t('cases.cancel')}</Button>
      </div>
    </form>
  );
}
