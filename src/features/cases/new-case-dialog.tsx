import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type Case, longestCaseText, longestCaseTitle } from '../../api/cases.ts';
import { caseChanged, openCase } from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { caseFaultText } from '../../messages/case-fault-text.ts';
import { t } from '../../messages/t.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

export interface NewCaseDialogProps {
  readonly onMade: (made: Case) => void;
  readonly onClose: () => void;
}

export function NewCaseDialog({ onMade, onClose }: NewCaseDialogProps): ReactElement {
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [lacksTitle, setLacksTitle] = useState(false);
  const command = useMutation({
    mutationFn: openCase,
    onSuccess: (made) => {
      caseChanged(client, made);
      onClose();
      onMade(made);
    },
  });
  return (
    <FormDialog
      title={t('cases.new')}
      words={{
        close: t('cases.close'),
        cancel: t('cases.cancel'),
        save: t('cases.new.make'),
        saving: t('cases.new.making'),
      }}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === '') setLacksTitle(true);
        else command.mutate({ title, text });
      }}
    >
      <TextField
        label={t('cases.name')}
        error={lacksTitle ? t('cases.name.needed') : undefined}
        value={title}
        maxLength={longestCaseTitle}
        autoComplete="off"
        onChange={(event) => {
          setTitle(event.currentTarget.value);
          setLacksTitle(false);
        }}
      />
      <TextArea
        prose
        label={t('cases.text')}
        hint={t('cases.text.hint')}
        rows={5}
        value={text}
        maxLength={longestCaseText}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {command.error !== null && (
        <Notice tone="error" title={t('cases.new.failed')}>
          {caseFaultText(problemOf(command.error))}
        </Notice>
      )}
    </FormDialog>
  );
}
