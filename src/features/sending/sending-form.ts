import type { EventSending, SendingPlaces } from '../../api/event-sending.ts';

export type SendingKind = EventSending['kind'];
export type SendingPlace = SendingPlaces['devices'][number];

/** What a person has typed so far, of all kinds, so that nothing is lost between them. */
export interface SendingDraft {
  readonly kind: SendingKind;
  readonly deviceId: string;
  readonly cameraId: string;
  readonly zoneCode: string;
  readonly plate: string;
  readonly deviceName: string;
  readonly caller: string;
  readonly active: boolean;
  readonly title: string;
  readonly comment: string;
  /** Empty: the camera is not turned. */
  readonly presetId: string;
  readonly keeps: boolean;
  readonly beforeSeconds: string;
  readonly afterSeconds: string;
}

export const kindsOfDevice: readonly SendingKind[] = ['plate', 'call'];

export const emptyDraft: SendingDraft = {
  ...{ kind: 'mark', deviceId: '', cameraId: '', zoneCode: '', plate: '' },
  ...{ deviceName: '', caller: '', active: true, title: '', comment: '', presetId: '' },
  ...{ keeps: true, beforeSeconds: '10', afterSeconds: '60' },
};

export type DraftFault = 'missing' | 'seconds';
export type DraftFaults = Readonly<Partial<Record<keyof SendingDraft, DraftFault>>>;

/** What the fields of one kind are drawn from. */
export interface KindFieldsProps {
  readonly draft: SendingDraft;
  readonly faults: DraftFaults;
  readonly onChange: (changed: Partial<SendingDraft>) => void;
}

const needed = {
  plate: ['deviceId', 'plate', 'zoneCode'],
  call: ['deviceId', 'caller', 'deviceName'],
  mark: ['cameraId'],
  motion: ['cameraId'],
} as const;

const mostSeconds = 3600;

/** The fields that nothing can be sent with; empty where all of them will do. */
export function draftFaults(draft: SendingDraft): DraftFaults {
  const missing = needed[draft.kind].filter((field) => draft[field].trim() === '');
  const counted =
    draft.kind === 'mark' && draft.keeps ? (['beforeSeconds', 'afterSeconds'] as const) : [];
  const wrong = counted.filter((field) => secondsOf(draft[field]) === null);
  return {
    ...Object.fromEntries(missing.map((field) => [field, 'missing'])),
    ...Object.fromEntries(wrong.map((field) => [field, 'seconds'])),
  };
}

/** What is sent; to be asked of a draft without faults. */
export function sendingOf(draft: SendingDraft): EventSending {
  const { kind, deviceId, cameraId } = draft;
  switch (kind) {
    case 'plate':
      return { kind, deviceId, zoneCode: draft.zoneCode.trim(), plate: draft.plate.trim() };
    case 'call': {
      const [deviceName, caller] = [draft.deviceName.trim(), draft.caller.trim()];
      return { kind, deviceId, deviceName, caller, active: draft.active };
    }
    case 'mark':
      return {
        ...{ kind, cameraId, title: draft.title.trim(), comment: draft.comment.trim() },
        presetId: draft.presetId || null,
        backup: draft.keeps
          ? {
              beforeSeconds: secondsOf(draft.beforeSeconds) ?? 0,
              afterSeconds: secondsOf(draft.afterSeconds) ?? 0,
            }
          : null,
      };
    case 'motion':
      return { kind, cameraId };
  }
}

/** Kinds that at least one device takes, in the order in which they are offered. */
export function offeredKinds(places: readonly SendingPlace[]): readonly SendingKind[] {
  const order = ['mark', 'call', 'plate', 'motion'] as const;
  return order.filter((kind) => places.some(({ kinds }) => kinds.includes(kind)));
}

/** The draft with a kind and a place that there is, where its own is none. */
export function placed(draft: SendingDraft, places: readonly SendingPlace[]): SendingDraft {
  const offered = offeredKinds(places);
  const kind = offered.includes(draft.kind) ? draft.kind : (offered[0] ?? draft.kind);
  const fitting = places.filter(({ kinds }) => kinds.includes(kind));
  const deviceIds = fitting.map(({ deviceId }) => deviceId);
  const cameraIds = fitting.flatMap((place) => place.cameraIds);
  const deviceId = deviceIds.includes(draft.deviceId) ? draft.deviceId : (deviceIds[0] ?? '');
  const cameraId = cameraIds.includes(draft.cameraId) ? draft.cameraId : '';
  // A preset is one of its camera.
  const presetId = cameraId === draft.cameraId ? draft.presetId : '';
  return { ...draft, kind, deviceId, cameraId, presetId };
}

function secondsOf(text: string): number | null {
  const seconds = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return seconds <= mostSeconds ? seconds : null;
}
