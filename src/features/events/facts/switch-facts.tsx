import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';

export function ConnectionFact({ fact }: FactProps<'connection'>) {
  return <span>{t(`events.connection.${fact.state}`)}</span>;
}

export function InputFact({ fact: { inputId, active } }: FactProps<'input'>) {
  return (
    <>
      <span>{t('events.input', { input: numberOf(inputId) })}</span>
      <Chip>{t(active ? 'events.input.on' : 'events.input.off')}</Chip>
    </>
  );
}

export function TamperingFact({ fact, standing }: FactProps<'tampering'>) {
  const calm = standing ? 'events.tampering.none' : 'events.tampering.off';
  return <span>{t(fact.active ? 'events.tampering.on' : calm)}</span>;
}

export function ArmingFact({ fact: { mode, armed } }: FactProps<'arming'>) {
  return (
    <>
      <span>{t(armed ? 'events.arming.armed' : 'events.arming.disarmed')}</span>
      <Chip>{t(`events.mode.${mode}`)}</Chip>
    </>
  );
}

export function TriggerFact({ fact: { mode, reasons } }: FactProps<'trigger'>) {
  return (
    <>
      <span>{t(`events.trigger.${mode}`)}</span>
      {reasons.map((reason) => (
        <Chip key={reason}>
          <bdi>{reason.replaceAll('-', ' ')}</bdi>
        </Chip>
      ))}
    </>
  );
}

/** `input-1` is how we name what a device only counts. */
const numberOf = (inputId: string) => inputId.replace(/^input-/, '');
