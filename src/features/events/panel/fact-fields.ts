import type { EventFactField, EventFactView, EventView } from '../../../api/events.ts';
import { momentInZone } from '../../../domain/zone-time.ts';
import { t } from '../../../messages/t.ts';
import type { PictureBox } from '../../../playback/place-box.ts';
import { durationText } from '../../../ui/ago-text.ts';
import type { FactRow } from '../../../ui/fact-rows.tsx';

/** When it was by whose clock, and where it comes from. */
export function reportFields(event: EventView, zone: string): readonly FactRow[] {
  const { atMs, endMs, deviceAtMs, receivedAtMs, clockOffsetMs } = event;
  const rows: (readonly [string, string | undefined])[] = [
    [t('events.field.at'), momentInZone(atMs, zone)],
    [t('events.field.end'), endMs === undefined ? undefined : momentInZone(endMs, zone)],
    [
      t('events.field.lasted'),
      endMs === undefined || endMs <= atMs ? undefined : durationText(endMs - atMs),
    ],
    [
      t('events.field.deviceAt'),
      deviceAtMs === undefined ? t('events.field.untold') : momentInZone(deviceAtMs, zone),
    ],
    [t('events.field.received'), momentInZone(receivedAtMs, zone)],
    [t('events.field.offset'), offsetText(clockOffsetMs)],
    [t('events.field.zone'), zone],
    [t('events.field.device'), event.deviceName],
    [t('events.field.camera'), event.cameraName === '' ? undefined : event.cameraName],
    [t('events.field.count'), event.count > 1 ? String(event.count) : undefined],
    [t('events.field.late'), event.isLate ? t('events.late') : undefined],
    [t('events.field.snapshot'), event.isSnapshot ? t('events.snapshot') : undefined],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : { label, value }));
}

function offsetText(offsetMs: number | undefined): string {
  if (offsetMs === undefined) return t('events.field.offsetUnknown');
  if (Math.abs(offsetMs) < 1000) return t('events.field.offsetNone');
  const duration = durationText(Math.abs(offsetMs));
  return t(offsetMs > 0 ? 'events.field.ahead' : 'events.field.behind', { duration });
}

/** Every field of a fact, in the words of its device, with nothing left out. */
export function factFields(fact: EventFactView, zone: string): readonly FactRow[] {
  return Object.entries(fact).flatMap(([name, value]) => {
    if (name === 'topic' || name === 'linked' || value === undefined) return [];
    // The entries of a value no longer say by which names they stand.
    const label = t(`events.field.${name as EventFactField}`);
    if (name.endsWith('Ms') && typeof value === 'number') {
      return { label, value: momentInZone(value, zone) };
    }
    return rowsOf(label, value);
  });
}

function rowsOf(label: string, value: unknown): readonly FactRow[] {
  if (Array.isArray(value)) {
    const text = value.map(textOf).join(', ');
    return text === '' ? [] : [{ label, value: text }];
  }
  if (isBox(value) || typeof value !== 'object' || value === null) {
    const text = textOf(value);
    return text === '' ? [] : [{ label, value: text }];
  }
  return Object.entries(value).flatMap(([name, each]) =>
    rowsOf(t('events.field.within', { label, name }), each),
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return t(value ? 'events.yes' : 'events.no');
  if (isBox(value)) return boxText(value);
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([name, each]) =>
      t('events.object.attribute', { name, value: textOf(each) }),
    );
    return parts.join(', ');
  }
  return value === undefined || value === null ? '' : String(value);
}

function isBox(value: unknown): value is PictureBox {
  return typeof value === 'object' && value !== null && 'width' in value && 'x' in value;
}

function boxText({ unit, x, y, width, height }: PictureBox): string {
  if (unit === 'pixel') return t('events.field.pixels', { x, y, width, height });
  const percent = (share: number) => Math.round(share * 100);
  return t('events.field.shares', {
    x: percent(x),
    y: percent(y),
    width: percent(width),
    height: percent(height),
  });
}
