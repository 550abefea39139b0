import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { sendEvent, sendingPlacesQuery } from '../../device-access/event-sendings.ts';
import { t } from '../../messages/t.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PlacesMissing } from './places-missing.tsx';
import { SendingFields } from './sending-fields.tsx';
import { draftFaults, emptyDraft, placed, type SendingDraft, sendingOf } from './sending-form.ts';
import { SendingResult } from './sending-result.tsx';

export interface SendEventDialogProps {
  readonly onClose: () => void;
}

/** Tells a device of something that happened. It stays open: a call that began will have to end. */
export function SendEventDialog({ onClose }: SendEventDialogProps): ReactElement {
  const places = useQuery(sendingPlacesQuery());
  const [typed, setTyped] = useState<SendingDraft>(emptyDraft);
  const [tried, setTried] = useState(false);
  const command = useMutation({
    mutationFn: (draft: SendingDraft) => sendEvent(sendingOf(draft)),
    retry: false,
  });
  const known = places.data ?? [];
  const draft = placed(typed, known);
  const faults = draftFaults(draft);
  const change = (changed: Partial<SendingDraft>) => {
    setTyped({ ...draft, ...changed });
    // What it says of the last one would pass for an answer to what is typed now.
    if (!command.isPending) command.reset();
  };
  const send = (form: HTMLFormElement) => {
    setTried(true);
    if (Object.keys(faults).length === 0) command.mutate(draft);
    else requestAnimationFrame(() => firstWrong(form)?.focus());
  };
  return (
    <FormDialog
      title={t('send.title')}
      description={t('send.description')}
      words={{
        close: t('send.close'),
        cancel: t('send.close'),
        save: t('send.send'),
        saving: t('send.sending'),
      }}
      busy={command.isPending || known.length === 0}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      {known.length === 0 ? (
        <PlacesMissing places={places} />
      ) : (
        <>
          <SendingFields
            places={known}
            draft={draft}
            faults={tried ? faults : {}}
            onChange={change}
          />
          <SendingResult command={command} />
        </>
      )}
    </FormDialog>
  );
}

function firstWrong(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector('[aria-invalid=true]');
}
