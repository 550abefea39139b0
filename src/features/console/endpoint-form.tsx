import { type FormEvent, type ReactElement, useId, useMemo, useRef, useState } from 'react';
import type { ConsoleCall, EndpointView } from '../../api/console.ts';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { BodyFields } from './body-fields.tsx';
import { DestroyDialog } from './destroy-dialog.tsx';
import { FieldGrid } from './field-grid.tsx';
import { formOf } from './form-fields.ts';
import { emptyValues, type FieldErrors, readForm } from './form-values.ts';
import { NamedFields } from './named-fields.tsx';
import { refusedField } from './refused-field.ts';
import type { ConsoleCallRun } from './use-console-call.ts';

export interface EndpointFormProps {
  readonly device: DeviceView;
  readonly endpoint: EndpointView;
  readonly call: ConsoleCallRun;
}

/** What the row takes, checked here before it is sent; the proxy checks it once more. */
export function EndpointForm({ device, endpoint, call }: EndpointFormProps): ReactElement {
  const form = useMemo(() => formOf(endpoint), [endpoint]);
  const [values, setValues] = useState(() => emptyValues(endpoint));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [asking, setAsking] = useState<ConsoleCall | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const title = useId();
  const shownErrors = { ...refusedField(call.refusal), ...errors };
  const isEmpty = endpoint.body === 'none' && form.query.length + form.openNames.length === 0;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (call.running) return;
    const read = readForm(endpoint, form, values);
    if ('errors' in read) {
      setErrors(read.errors);
      requestAnimationFrame(() => {
        element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      });
      return;
    }
    setErrors({});
    if (endpoint.danger === 'safe') call.run(read.call);
    else setAsking(read.call);
  }
  function confirm(answer: true | string) {
    if (asking !== null) call.run({ ...asking, confirm: answer });
    setAsking(null);
  }

  return (
    <form
      ref={element}
      noValidate
      autoComplete="off"
      aria-labelledby={title}
      onSubmit={submit}
      className="flex flex-col gap-4 rounded-control border border-line bg-panel p-4"
    >
      <h3 id={title} className="font-semibold">
        {t('console.form')}
      </h3>
      {isEmpty && <p className="text-text-2">{t('console.form.none')}</p>}
      <FieldGrid
        place="query"
        fields={form.query}
        values={values}
        errors={shownErrors}
        onValues={setValues}
      />
      <NamedFields
        names={form.openNames}
        values={values}
        errors={shownErrors}
        onValues={setValues}
      />
      <BodyFields
        endpoint={endpoint}
        fields={form.body}
        values={values}
        errors={shownErrors}
        onValues={setValues}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          type="submit"
          look={endpoint.danger === 'destructive' ? 'danger' : 'primary'}
          // Not disabled: that would take the focus away from whoever pressed it.
          aria-disabled={call.running}
        >
          {t('console.run')}
        </Button>
        {call.running && (
          <>
            <Button onClick={call.cancel}>{t('console.cancel')}</Button>
            <span role="status" className="flex items-center gap-2 text-text-2">
              <Spinner />
              {t('console.running')}
            </span>
          </>
        )}
        {!call.running && !isEmpty && (
          <Button
            look="quiet"
            onClick={() => {
              setValues(emptyValues(endpoint));
              setErrors({});
            }}
          >
            {t('console.reset')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={asking !== null && endpoint.danger === 'disruptive'}
        title={t('console.confirm.title', { device: device.name })}
        confirmLabel={t('console.confirm.run')}
        cancelLabel={t('console.cancel')}
        onConfirm={() => confirm(true)}
        onCancel={() => setAsking(null)}
      >
        {t('console.confirm.text', { summary: endpoint.summary.replace(/\.?$/, '.') })}
      </ConfirmDialog>
      <DestroyDialog
        open={asking !== null && endpoint.danger === 'destructive'}
        device={device}
        endpoint={endpoint}
        onConfirm={confirm}
        onCancel={() => setAsking(null)}
      />
    </form>
  );
}
