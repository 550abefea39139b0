import type { EventSending } from '../../api/event-sending.ts';
import { cleanName, cleanText } from '../registry/clean-name.ts';

const longestComment = 500;

/** What was sent, for the record. */
export function sentParameters(sending: EventSending): Record<string, string> {
  switch (sending.kind) {
    case 'plate':
      return { plate: cleanName(sending.plate), zone: cleanName(sending.zoneCode) };
    case 'call':
      return {
        caller: cleanName(sending.caller),
        from: cleanName(sending.deviceName),
        state: sending.active ? 'begins' : 'ends',
      };
    case 'mark':
      return {
        title: cleanName(sending.title),
        comment: cleanText(sending.comment, longestComment),
        ...(sending.presetId !== null && { preset: cleanName(sending.presetId) }),
        ...(sending.backup !== null && {
          copy: `${sending.backup.beforeSeconds} s before, ${sending.backup.afterSeconds} s after`,
        }),
      };
    case 'motion':
      return {};
  }
}
