import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useForm } from 'react-hook-form';
import { approveKiosk } from '../../device-access/kiosks.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { codeText, isWholeCode } from './code-text.ts';
import { NameField } from './name-field.tsx';
import { ScreenDialog } from './screen-dialog.tsx';
import type { ScreenForm } from './screen-form.ts';
import type { ScreenParts } from './use-screen-parts.ts';
import { ViewAndGroupFields } from './view-and-group-fields.tsx';

export interface AddScreenDialogProps {
  readonly parts: ScreenParts;
  readonly onClose: () => void;
}

/** Lets in the screen that shows the code which is typed here. */
export function AddScreenDialog({ parts, onClose }: AddScreenDialogProps): ReactElement {
  const queryClient = useQueryClient();
  const form = useForm<ScreenForm>({
    defaultValues: { code: '', name: '', viewId: '', groupId: '' },
  });
  const approve = useMutation({
    mutationFn: approveKiosk,
    onSuccess: async ({ name }) => {
      showToast({ tone: 'done', text: t('screens.added', { name }) });
      onClose();
      await queryClient.invalidateQueries({ queryKey: queryKeys.kiosks });
    },
    onError: (fault) => {
      if (problemOf(fault).reason === 'code-refused') form.setFocus('code', { shouldSelect: true });
    },
  });
  const code = form.register('code', {
    validate: (typed) => isWholeCode(codeText(typed)) || t('screens.code.missing'),
  });
  return (
    <ScreenDialog
      title={t('screens.add.title')}
      form={form}
      saveLabel={t(approve.isPending ? 'screens.saving' : 'screens.add.confirm')}
      busy={approve.isPending}
      fault={approve.error}
      onSave={(typed) =>
        approve.mutate({ ...typed, name: typed.name.trim(), code: codeText(typed.code) })
      }
      onClose={onClose}
    >
      <TextField
        {...code}
        onBlur={(event) => {
          form.setValue('code', codeText(event.target.value));
          return code.onBlur(event);
        }}
        label={t('screens.code')}
        hint={t('screens.code.hint')}
        error={form.formState.errors.code?.message}
        dir="ltr"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        inputClassName="font-mono text-lg tracking-widest uppercase"
      />
      <NameField />
      <ViewAndGroupFields {...parts} />
    </ScreenDialog>
  );
}
