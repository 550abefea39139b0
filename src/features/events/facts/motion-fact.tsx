import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';

export function MotionFact({ fact, standing }: FactProps<'motion'>) {
  const { active, level, area } = fact;
  const found = active ? 'events.motion.there' : 'events.motion.none';
  const changed = active ? 'events.motion.started' : 'events.motion.ended';
  return (
    <>
      <span>{t(standing ? found : changed)}</span>
      {level !== undefined && (
        <Chip>{t('events.motion.level', { percent: Math.round(level) })}</Chip>
      )}
      {area !== undefined && area !== '' && (
        <Chip>
          <bdi>{area}</bdi>
        </Chip>
      )}
    </>
  );
}
