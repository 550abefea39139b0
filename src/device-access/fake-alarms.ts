import type { AlarmView } from '../api/alarms.ts';

/** An emergency call that nobody has acknowledged, for tests. */
export function alarmOf(id: string, of: Partial<AlarmView> = {}): AlarmView {
  return {
    id,
    number: 1,
    ruleId: 'call',
    ruleName: '',
    topic: 'call',
    priority: 1,
    cameraId: 'c1',
    cameraName: 'Gate',
    deviceId: 'd1',
    deviceName: 'Harbour recorder',
    subject: 'Level 2',
    firstAtMs: 1000,
    lastAtMs: 2000,
    count: 1,
    active: true,
    returnedAtMs: null,
    escalatedAtMs: null,
    acknowledged: null,
    owner: null,
    aside: null,
    closed: null,
    linkedCameraIds: ['c1'],
    procedure: '',
    ...of,
  };
}
