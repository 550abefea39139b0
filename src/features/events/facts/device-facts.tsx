import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';

export function SystemFact({ fact }: FactProps<'system'>) {
  const { code, name, severity, parameters, comment } = fact;
  return (
    <>
      <bdi className={severity === 'serious' ? 'font-medium' : undefined}>
        {name === '' ? t('events.system.unnamed') : name}
      </bdi>
      {severity === 'serious' && <Chip>{t('events.system.serious')}</Chip>}
      <Chip>{t('events.system.code', { code })}</Chip>
      {Object.entries(parameters).map(([key, value]) => (
        <Chip key={key}>
          <bdi>{t('events.object.attribute', { name: key, value })}</bdi>
        </Chip>
      ))}
      {comment !== undefined && comment !== '' && (
        <bdi className="text-xs text-text-2">{comment}</bdi>
      )}
    </>
  );
}

export function FileFact({ fact }: FactProps<'file'>) {
  return (
    <>
      <span>{t('events.file')}</span>
      <bdi dir="ltr" className="font-mono text-xs wrap-anywhere text-text-2">
        {fact.name}
      </bdi>
    </>
  );
}

export function PackingFact({ fact }: FactProps<'packing'>) {
  return <bdi className="wrap-anywhere">{fact.text}</bdi>;
}
