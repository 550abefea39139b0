import type { TimeRange } from '../../domain/recording.ts';
import { clockInZone, momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

const mostGaps = 3;

/**
 * The first few of some gaps, and how many there are beside them.
 * @param unseen how many there are beside all of these
 */
export function gapsText(gaps: readonly TimeRange[], zone: string, unseen = 0): string {
  const texts = gaps.slice(0, mostGaps).map(({ fromMs, toMs }) => {
    const from = momentInZone(fromMs, zone);
    const to = momentInZone(toMs, zone);
    const isOneDay = from.slice(0, 10) === to.slice(0, 10);
    return t('exports.gap', { from, to: isOneDay ? clockInZone(toMs, zone) : to });
  });
  const more = gaps.length - texts.length + unseen;
  if (more > 0) texts.push(t('exports.gaps.more', { count: more }));
  return new Intl.ListFormat('en', { type: 'unit' }).format(texts);
}
