import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type Case, type CaseItem, type CaseLine, longestCaseTitle } from '../../api/cases.ts';
import { addCaseItem, casesChanged, casesQuery, openCase } from '../../device-access/cases.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { caseFaultText } from '../../messages/case-fault-text.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { CaseChoice } from './case-choice.tsx';
import { choicesOf, keyOf } from './case-choices.ts';

export interface AddToCaseDialogProps {
  readonly items: readonly CaseItem[];
  readonly onClose: () => void;
  /** Offered once they are in it. */
  readonly onOpen: (caseId: string) => void;
}

/** Asks for an open case, or for the title of a new one, and puts things into it. */
export function AddToCaseDialog({ items, onClose, onOpen }: AddToCaseDialogProps): ReactElement {
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [wantedKey, setWantedKey] = useState<string | null>(null);
  /** Made here, though what belongs into it did not follow. */
  const [made, setMade] = useState<Case | null>(null);
  const text = typed.trim();
  const found = useQuery(casesQuery({ state: 'open', ...(text !== '' && { text }) }));
  const choices = choicesOf(found.data?.cases ?? [], text, found.isPlaceholderData);
  const wanted = choices.find((each) => keyOf(each) === wantedKey) ?? choices[0];
  const [only, ...more] = items;
  const within = useQuery({
    ...casesQuery({ holds: `${only?.kind}:${only?.id}` }),
    enabled: only !== undefined && more.length === 0,
  });
  const command = useMutation({
    mutationFn: async () => {
      if (!wanted) return null;
      const before = wanted.kind === 'new' ? await openCase({ title: text, text: '' }) : null;
      setMade(before);
      const { id, title } =
        before ?? (wanted.kind === 'known' ? wanted.line : { id: '', title: '' });
      for (const item of items) await addCaseItem(id, item);
      return { id, title };
    },
    onSuccess: (into) => {
      if (into === null) return;
      showToast({
        tone: 'done',
        text: t('cases.add.done', { title: into.title }),
        action: { label: t('cases.add.open'), run: () => onOpen(into.id) },
      });
      onClose();
    },
    onSettled: () => casesChanged(client),
  });
  return (
    <FormDialog
      title={t('cases.add')}
      description={t('cases.add.hint')}
      words={{
        close: t('cases.close'),
        cancel: t('cases.cancel'),
        save: t('cases.add.do'),
        saving: t('cases.add.doing'),
      }}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted) command.mutate();
      }}
    >
      <CaseChoice
        typed={typed}
        longest={longestCaseTitle}
        choices={choices}
        wanted={wanted}
        onType={(now) => {
          setTyped(now);
          setWantedKey(null);
        }}
        onWant={(choice) => setWantedKey(keyOf(choice))}
      />
      {within.data && within.data.cases.length > 0 && (
        <p className="text-text-2">{t('cases.add.within', { titles: titlesOf(within.data) })}</p>
      )}
      {found.data?.cases.length === 0 && text === '' && (
        <p className="text-text-2">{t('cases.add.type')}</p>
      )}
      {found.error !== null && (
        <Notice tone="error" title={t('cases.failed')}>
          {problemText(problemOf(found.error)).todo}
        </Notice>
      )}
      {command.error !== null && (
        <Notice tone="error" title={t(made ? 'cases.add.half' : 'cases.add.failed')}>
          {caseFaultText(problemOf(command.error))}
        </Notice>
      )}
    </FormDialog>
  );
}

function titlesOf({ cases }: { readonly cases: readonly CaseLine[] }): string {
  return new Intl.ListFormat('en').format(cases.map(({ title }) => `“${title}”`));
}
