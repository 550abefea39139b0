import { t } from '../../../messages/t.ts';
import { Chip } from './chip.tsx';
import type { FactProps } from './fact-of.ts';

export function MotionFact({ fact }: FactProps<'motion'>) {
  const { active, level, area } = fact;
  return (
    <>
      <span>{t(active ? 'events.motion.started' : 'events.motion.ended')}</span>
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
