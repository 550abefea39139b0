import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactOf, FactProps } from './fact-of.ts';
import { isKnownObject } from './known-words.ts';
import { LinkedCameras } from './linked-cameras.tsx';

export function ObjectFact({ fact }: FactProps<'object'>) {
  const { kind, likelihood, attributes, clothes, colours, linked } = fact;
  return (
    <>
      <span className="font-medium">
        {isKnownObject(kind) ? t(`events.object.${kind}`) : <bdi>{kind}</bdi>}
      </span>
      {likelihood !== undefined && (
        <Chip>{t('events.object.likelihood', { percent: Math.round(likelihood) })}</Chip>
      )}
      {colours.length > 0 && (
        <Chip>{t('events.object.colours', { colours: listed(colours) })}</Chip>
      )}
      {clothes.map((garment) => (
        <Chip key={garmentText(garment)}>
          <bdi>{garmentText(garment)}</bdi>
        </Chip>
      ))}
      {Object.entries(attributes).map(([name, value]) => (
        <Chip key={name}>
          <bdi>{t('events.object.attribute', { name, value: valueText(value) })}</bdi>
        </Chip>
      ))}
      <LinkedCameras linked={linked} />
    </>
  );
}

function valueText(value: string | number | boolean): string | number {
  return typeof value === 'boolean' ? t(value ? 'events.yes' : 'events.no') : value;
}

function garmentText({ kind, length, colours }: FactOf<'object'>['clothes'][number]): string {
  const words = [...colours, ...(length === undefined ? [] : [length])];
  return words.length === 0
    ? kind
    : t('events.object.attribute', { name: kind, value: listed(words) });
}

const listed = (words: readonly string[]) => words.join(', ');
