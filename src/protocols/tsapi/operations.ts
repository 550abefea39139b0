import type { DeviceCamera } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceIdentity } from '../../domain/device-identity.ts';
import type { DeviceLink, DeviceReply, EndpointCall, Operations } from '../protocol.ts';
import { ask, operationOf } from './ask.ts';
import { cameras } from './cameras.ts';
import { readPtzAbilities } from './channel-capabilities.ts';
import { channelStatus, enumChannel } from './endpoints-channels.ts';
import { vodLive } from './endpoints-footage.ts';
import { infoAll } from './endpoints-server.ts';
import { eventOperations } from './event-operations.ts';
import { openExport } from './export-talk.ts';
import { deviceIdentity } from './identity.ts';
import { orNothing } from './or-nothing.ts';
import { outputOperations } from './outputs.ts';
import { presetOperations } from './presets.ts';
import { ptzOperations } from './ptz.ts';
import { recordingOperations } from './recordings.ts';
import { type ReportedInfo, readChannels, readInfo, readStatuses } from './replies.ts';

/** Statuses with which a server refuses a list that its version does not know. */
const unknownList = [400, 404];

/**
 * Product, version, zone and account.
 * @throws DeviceError `unauthorized` where the server does not say who we are, with the product as
 *   its detail; `unsupported`, `legacy-api-disabled` where only the newer API is on.
 */
export async function identify(link: DeviceLink): Promise<DeviceIdentity> {
  const operation = operationOf({ endpoint: infoAll });
  const reply = await ask(link, { endpoint: infoAll, query: { all: true } }, [401, 404]);
  if (reply.status === 404) throw new DeviceError('unsupported', 'not-found', { operation });
  const info = reply.status === 401 ? factsOfRefusal(reply) : readInfo(reply.text, operation);
  if (info.whoAmI === undefined) {
    const product = [info.product?.name, info.product?.version].filter(Boolean).join(' ');
    throw new DeviceError('unauthorized', 'login-refused', {
      operation,
      detail: product === '' ? undefined : product,
    });
  }
  return deviceIdentity(info, reply.dateMs);
}

/**
 * Every channel with its state, recording, capabilities and streams. Servers before 0.9.4 know no
 * list of streams beside the channels; for those `vod` is the whole answer.
 */
export async function listCameras(link: DeviceLink): Promise<readonly DeviceCamera[]> {
  const listCall: EndpointCall = {
    endpoint: enumChannel,
    query: { what: 'channel', staticSrc: true, caps: true },
  };
  const statusCall: EndpointCall = {
    endpoint: channelStatus,
    query: { recordingStatus: true, verbose: 'true' },
  };
  // First and alone, so that one sign-in serves the two that follow.
  const list = await ask(link, listCall, unknownList);
  const listed = list.status >= 400 ? null : readChannels(list.text, operationOf(listCall));
  const liveCall = link
    .call({ endpoint: vodLive })
    .then((reply) => readChannels(reply.text, operationOf({ endpoint: vodLive })));
  const [live, statuses] = await Promise.all([
    listed === null ? liveCall : orNothing(liveCall),
    orNothing(
      link.call(statusCall).then((reply) => readStatuses(reply.text, operationOf(statusCall))),
    ),
  ]);
  return cameras(listed ?? [], live, statuses);
}

/** The facts that "Request all at once" gives even without an account; a login page gives none. */
function factsOfRefusal(reply: DeviceReply): Partial<ReportedInfo> {
  try {
    return readInfo(reply.text, operationOf({ endpoint: infoAll }));
  } catch (failure) {
    if (failure instanceof DeviceError) return {};
    throw failure;
  }
}

export const operations = {
  identify,
  listCameras,
  readPtzAbilities,
  ...ptzOperations,
  ...presetOperations,
  ...outputOperations,
  ...eventOperations,
  ...recordingOperations,
  openExport,
} satisfies Operations;
