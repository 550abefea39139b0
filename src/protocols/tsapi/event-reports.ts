import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import type { CallReport, EventMark, EventOperations, PlateReport } from '../event-operations.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import { ask, operationOf } from './ask.ts';
import { channelNumber } from './channel-number.ts';
import { readCommand } from './command.ts';
import { isoInstant } from './device-time.ts';
import { eventTrigger, push } from './endpoints-events.ts';
import { identifier } from './event-fields.ts';
import { wellFormed } from './replies.ts';
import { streamTarget } from './stream-target.ts';

const marked = z.object({ eventId: identifier, videoURLs: z.array(z.unknown()).catch([]) });

/** "Pushing events to the server": success is the status 200 "and no additional Contents". */
async function sendPush(link: DeviceLink, body: object): Promise<void> {
  const operation = operationOf({ endpoint: push });
  const { text } = await ask(link, { endpoint: push, body: fitting(push, body) }, []);
  if (text.trim() !== '')
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
}

/** @throws DeviceError `illegal-parameter` for what the guide does not allow, such as a backup of two hours */
function fitting(endpoint: Endpoint, body: object): object {
  const { body: schema } = endpoint;
  if (schema !== undefined && schema !== 'file' && schema.safeParse(body).success) return body;
  const operation = operationOf({ endpoint });
  throw new DeviceError('rejected', 'illegal-parameter', { operation });
}

function instantOf(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : isoInstant(ms);
}

function tasksOf({ presetId, backup }: EventMark): object[] {
  const turn = presetId === undefined ? [] : [{ command: 'presetGo', token: presetId }];
  if (backup === undefined) return turn;
  const { beforeSeconds: preAlarm, afterSeconds: postAlarm, channels } = backup;
  const chids = channels.map(channelNumber);
  const others = chids.length === 0 ? {} : { chids };
  return [...turn, { command: 'eventBackup', preAlarm, postAlarm, ...others }];
}

/** What is left out is not sent at all: the server then takes the moment of arrival. */
function present(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

export const reportOperations = {
  async pushPlate(link: DeviceLink, { zoneCode, plate, atMs, firstAtMs }: PlateReport) {
    const times = { when: instantOf(atMs), timeBegin: instantOf(firstAtMs) };
    await sendPush(link, present({ topic: 'LPR', src: zoneCode, plateNo: plate, ...times }));
  },
  async pushCall(link: DeviceLink, report: CallReport) {
    const body = present({
      topic: 'emergencyCall',
      device: report.deviceName,
      src: report.caller,
      event: report.active ? 'callStart' : 'callEnd',
      camera: report.shownChannels?.map(channelNumber).join(','),
      when: instantOf(report.atMs),
    });
    await sendPush(link, body);
  },
  async markEvent(link: DeviceLink, channel: string, mark: EventMark) {
    const tasks = tasksOf(mark);
    const body = present({
      chid: channelNumber(channel),
      timestamp: instantOf(mark.atMs),
      title: mark.title,
      comment: mark.comment,
      tasks: tasks.length === 0 ? undefined : tasks,
    });
    const call = { endpoint: eventTrigger, body: fitting(eventTrigger, body) };
    const { eventId, videoURLs } = await readCommand(link, call, marked);
    const targets = wellFormed(videoURLs, z.string()).map(
      (address) => streamTarget(address)?.target,
    );
    return { eventId, videoTargets: targets.filter((target) => target !== undefined) };
  },
} satisfies EventOperations;
