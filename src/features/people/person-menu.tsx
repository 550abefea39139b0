import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical } from 'lucide-react';
import type { ReactElement } from 'react';
import type { PersonView } from '../../api/people.ts';
import { changePerson } from '../../device-access/people.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';
import { showToast } from '../../ui/toast-store.ts';
import type { OpenDialog } from './open-dialog.ts';

export interface PersonMenuProps {
  readonly person: PersonView;
  readonly onOpen: (dialog: OpenDialog) => void;
}

export function PersonMenu({ person, onOpen }: PersonMenuProps): ReactElement {
  const { name, enabled } = person;
  const label = t('people.action.more', { name });
  const queryClient = useQueryClient();
  const switchOn = useMutation({
    mutationFn: () => changePerson(person.id, { enabled: true }),
    onSuccess: () => showToast({ tone: 'done', text: t('people.switchedOn', { name }) }),
    onError: (fault) => {
      const problem = problemText(problemOf(fault)).what;
      showToast({ tone: 'failed', text: t('people.actionFailed', { problem }) });
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.people }),
  });
  const item = (kind: 'edit' | 'password' | 'off' | 'remove') => (
    <MenuItem onSelect={() => onOpen({ kind, person })}>{t(`people.action.${kind}`)}</MenuItem>
  );
  return (
    <Menu label={label} align="end" trigger={<IconButton icon={EllipsisVertical} label={label} />}>
      {item('edit')}
      {item('password')}
      <MenuSeparator />
      {enabled ? (
        item('off')
      ) : (
        <MenuItem onSelect={() => switchOn.mutate()}>{t('people.action.on')}</MenuItem>
      )}
      {item('remove')}
    </Menu>
  );
}
