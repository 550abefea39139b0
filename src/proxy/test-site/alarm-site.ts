import { type AlarmView, alarmActionSchema, alarmListSchema } from '../../api/alarms.ts';
import { routes } from '../../api/routes.ts';
import type { EventFact } from '../../domain/device-event.ts';
import { normalise } from '../events/normalise.ts';
import { tellingDevice } from './telling-protocol.ts';
import type { TestProxy } from './test-proxy.ts';

/** Nobody answers there, and nothing needs to: what happens is put into the journal. */
const nowhere = 'http://127.0.0.1:9';

/** A proxy with a recorder of two cameras, `d1-c1` and `d1-c2`, in whose name things happen. */
export class AlarmSite {
  readonly proxy: TestProxy;
  #requests = 0;

  constructor(proxy: TestProxy) {
    this.proxy = proxy;
  }

  async start(): Promise<this> {
    await this.proxy.start();
    const device = tellingDevice('d1', nowhere);
    await this.proxy.parts.registry.add(device, { name: 'Recorder', cameras: [] });
    return this;
  }

  async groupOf(...cameraIds: string[]): Promise<string> {
    const reply = await this.proxy.ask('POST', routes.cameraGroups, { name: 'Own', cameraIds });
    return (reply.json() as { id: string }).id;
  }

  /** One after the other, at a camera or, without a channel, at the recorder. */
  async happen(facts: EventFact | readonly EventFact[], channel?: string): Promise<void> {
    const { registry, events, alarms } = this.proxy.parts;
    const device = registry.device('d1');
    const where = channel === undefined ? {} : { channel };
    for (const fact of [facts].flat()) {
      const reception = { receivedAtMs: Date.now(), isLate: false };
      const event = device && normalise({ ...where, fact }, { device, ...reception });
      if (!event) throw new TypeError('no event');
      events.journal.add([{ event, mayRepeat: false }]);
    }
    await events.journal.flush();
    await alarms.flush();
  }

  async open(token?: string): Promise<readonly AlarmView[]> {
    const reply = await this.proxy.ask('GET', routes.alarms, undefined, token);
    return alarmListSchema.parse(reply.json()).alarms;
  }

  act(alarmId: string, action: object, token?: string, requestId?: string) {
    this.#requests += 1;
    const body = alarmActionSchema.parse({
      requestId: requestId ?? `request ${this.#requests}`,
      atMs: Date.now(),
      action,
    });
    return this.proxy.ask('POST', routes.alarmActions(alarmId), body, token);
  }
}
