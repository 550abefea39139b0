import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { EventSending } from '../../api/event-sending.ts';
import { routes } from '../../api/routes.ts';
import type { ShiftReport } from '../../api/shift-report.ts';
import { anyCondition } from '../../domain/alarm-rule.ts';
import type { EventFact } from '../../domain/device-event.ts';
import { normalise } from '../events/normalise.ts';
import { ObedientDevice } from '../test-site/obedient-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const recorder = new ObedientDevice();
const place = { linked: [], parkingLots: {} };

beforeAll(async () => {
  await proxy.start();
  await recorder.register(proxy.parts);
});
afterAll(() => proxy.end());

/** What the recorder tells all that listen. */
function tell(fact: EventFact): void {
  const [device] = proxy.parts.registry.devices;
  if (!device) throw new TypeError('no device');
  const event = normalise({ fact }, { device, receivedAtMs: Date.now(), isLate: false });
  if (event) proxy.parts.events.journal.add([{ event, mayRepeat: false }]);
}

async function addRule(name: string, topic: 'plate' | 'call', sending: EventSending) {
  const rule = {
    ...{ name, topic, enabled: true, cameraIds: [], condition: anyCondition, hours: [] },
    ...{ priority: 3, procedure: '', linkedCameraIds: [], sendings: [sending] },
  };
  expect((await proxy.ask('POST', routes.alarmRules, rule)).status).toBe(201);
}

it('two rules that answer to each other come to an end', async () => {
  const deviceId = proxy.parts.registry.devices[0]?.id ?? '';
  const phone = { deviceName: 'vendor/phone', caller: '7', active: true };
  await addRule('Plates call', 'plate', { kind: 'call', deviceId, ...phone });
  await addRule('Calls read', 'call', { kind: 'plate', deviceId, zoneCode: 'Z', plate: 'LOOP 1' });
  const read: EventFact = {
    topic: 'plate',
    plate: 'REAL 1',
    zoneCode: 'Z',
    zoneName: '',
    ...place,
  };
  tell(read);
  await vi.waitFor(() => expect(recorder.told).toEqual([JSON.stringify(phone)]));
  // As a recorder does: what it was told, it tells.
  tell({ topic: 'call', active: true, caller: '7', place: '', deviceName: '', linked: [] });
  const raised = async () => {
    const { alarms } = (await proxy.ask('GET', routes.alarms)).json() as {
      alarms: { ruleName: string }[];
    };
    return alarms.map(({ ruleName }) => ruleName).sort();
  };
  await vi.waitFor(async () => expect(await raised()).toEqual(['', 'Calls read', 'Plates call']));
  await vi.waitFor(async () => {
    await proxy.parts.audit.flush();
    const { text } = await proxy.ask('GET', '/api/audit?operation=event.plate');
    expect(text).toContain('own-event');
  });
  expect(recorder.told).toHaveLength(1);
  // A call of another place is nobody's echo.
  tell({ topic: 'call', active: true, caller: '8', place: '', deviceName: '', linked: [] });
  await vi.waitFor(() => expect(recorder.told).toHaveLength(2));
});

it('and the report counts what they raised', async () => {
  const nowMs = Date.now();
  const query = `?from=${nowMs - 600_000}&to=${nowMs + 600_000}`;
  const report = (await proxy.ask('GET', `${routes.shiftReport}${query}`)).json() as ShiftReport;
  expect(report).toMatchObject({ alarms: 5, unacknowledged: 5, floodMs: 0 });
  expect(report.byPriority.map(({ alarms }) => alarms)).toEqual([2, 0, 3, 0]);
  expect(
    report.sources.map(({ name, ruleName, alarms }) => [name, ruleName, alarms]),
  ).toContainEqual(['Obedient', 'Calls read', 2]);
});
