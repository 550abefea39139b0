import { type ReactElement, type ReactNode, useId } from 'react';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import type { ScreenForm } from './screen-form.ts';
import { ScreenProblem } from './screen-problem.tsx';

export interface ScreenDialogProps {
  readonly title: string;
  readonly form: UseFormReturn<ScreenForm>;
  readonly saveLabel: string;
  readonly busy: boolean;
  readonly fault: unknown;
  readonly onSave: (typed: ScreenForm) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The form about a screen, with what went wrong above and its buttons below. */
export function ScreenDialog(props: ScreenDialogProps): ReactElement {
  const { title, form, saveLabel, busy, fault, onSave, onClose, children } = props;
  const formId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t('screens.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('screens.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} disabled={busy}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <form
          id={formId}
          noValidate
          onSubmit={(event) => void form.handleSubmit(onSave)(event)}
          className="flex flex-col gap-4"
        >
          <ScreenProblem fault={fault} />
          {children}
        </form>
      </FormProvider>
    </Dialog>
  );
}
