import type { ProbeFindings } from '../../../api/probe.ts';
import type { Operations, Protocol } from '../../../protocols/protocol.ts';
import type { ActiveDevice } from '../active-device.ts';
import { cleanName } from '../clean-name.ts';
import { cameraView, deviceView } from '../views-of-device.ts';

/** More than any device documents. */
const mostRights = 64;

interface FindingsContext {
  readonly protocols: readonly Protocol[];
  /** Whether the proxy's machine can show RTSP. */
  readonly repackages: boolean;
}

/** What there is to say of a drafted device before it is saved. */
export function findingsOf(
  device: ActiveDevice,
  { protocols, repackages }: FindingsContext,
): ProbeFindings {
  const { product, firmware, zone, clockSkewMs, protocolId, protocolName, address } =
    deviceView(device);
  const { identity } = device.status;
  const account = identity?.account;
  const has = device.protocol?.operations ?? {};
  const known = [...new Set(protocols.flatMap(({ operations }) => operationIds(operations)))];
  const only = device.cameras.length === 1 ? device.cameras[0]?.row.name : undefined;
  return {
    draftId: device.id,
    protocolId,
    protocolName,
    address,
    suggestedName: identity?.siteName ?? only ?? product ?? device.row.name,
    ...(product === undefined ? {} : { product }),
    ...(firmware === undefined ? {} : { firmware }),
    ...(zone === undefined ? {} : { zone }),
    ...(clockSkewMs === undefined ? {} : { clockSkewMs }),
    ...(account === undefined
      ? {}
      : {
          account: {
            name: cleanName(account.name),
            rights: account.rights.slice(0, mostRights).map(cleanName),
          },
        }),
    cameras: device.cameras.map((camera) => cameraView(device, camera, repackages)),
    offers: known.filter((id) => operationIds(has).includes(id)),
    lacks: known.filter((id) => !operationIds(has).includes(id)),
  };
}

function operationIds(operations: Operations): string[] {
  return Object.entries(operations).flatMap(([id, operation]) => (operation ? [id] : []));
}
