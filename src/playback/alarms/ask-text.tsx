import { type ReactElement, useState } from 'react';
import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import { AskButtons } from './ask-buttons.tsx';
import type { AskProps } from './ask-props.ts';

const longest = 500;

/** A note, or why something is taken out of service. */
export function AskText({ handling }: AskProps): ReactElement {
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isNote = handling.asking === 'note';
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        const said = text.trim();
        if (said === '') setMissing(true);
        else if (isNote) handling.finish({ kind: 'note', text: said });
        else handling.finish({ kind: 'out-of-service', reason: said });
      }}
    >
      <TextField
        label={t(isNote ? 'alarms.note.text' : 'alarms.shelve.why')}
        hint={isNote ? undefined : t('alarms.out.hint')}
        value={text}
        maxLength={longest}
        onChange={(event) => setText(event.target.value)}
        error={
          isMissing && text.trim() === ''
            ? t(isNote ? 'alarms.note.missing' : 'alarms.why.missing')
            : undefined
        }
      />
      <AskButtons kind={isNote ? 'note' : 'out-of-service'} onCancel={handling.cancel} />
    </form>
  );
}
