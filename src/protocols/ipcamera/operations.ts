import { type CameraCapabilities, noCapabilities } from '../../domain/camera.ts';
import { DeviceError } from '../../domain/device-error.ts';
import { type Parameters, parseParameters } from '../parsing/parameters.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { readLocalClock } from './device-clock.ts';
import { readDate } from './endpoints-device.ts';
import { snapshot } from './endpoints-media.ts';
import { listOptions, listParameters } from './endpoints-parameters.ts';
import { ptzCommands } from './endpoints-ptz.ts';
import { givenName, identityOf, productOf } from './identity.ts';
import { numberOf, operationOf, orNothing, readGroups, textOf } from './parameter-groups.ts';
import { pictureSettingsOf } from './picture-settings.ts';
import { leastPtzCapabilities, ptzCapabilities, readPtzCommands } from './ptz-replies.ts';
import { streamsOf } from './streams.ts';

const onlyChannel = '1';
/** More contacts than any model has. */
const mostContacts = 32;

/** `Properties.PTZ.PTZ` says whether it turns, `info=1` how; a fixed camera is not even asked. */
async function ptzOf(link: DeviceLink, parameters: Parameters) {
  const turns = textOf(parameters, 'Properties.PTZ.PTZ')?.toLowerCase();
  if (turns === 'no') return noCapabilities;
  const commands = await orNothing(
    link
      .call({ endpoint: ptzCommands, query: { info: 1 } })
      .then(({ text }) => readPtzCommands(text, operationOf(ptzCommands))),
  );
  if (commands !== null) return ptzCapabilities(commands);
  return turns === 'yes' ? leastPtzCapabilities : noCapabilities;
}

async function capabilitiesOf(
  link: DeviceLink,
  parameters: Parameters,
): Promise<CameraCapabilities> {
  return {
    ...noCapabilities,
    ...(await ptzOf(link, parameters)),
    digitalInputs: numberOf(parameters, 'Input.NbrOfInputs', 0, mostContacts) ?? 0,
    relayOutputs: numberOf(parameters, 'Output.NbrOfOutputs', 0, mostContacts) ?? 0,
  };
}

export const operations = {
  async identify(link) {
    const parameters = await readGroups(link, ['Brand', 'Properties', 'Network', 'Time']);
    const clock = await orNothing(
      link
        .call({ endpoint: readDate, query: { action: 'get' } })
        .then(({ text }) => readLocalClock(text, operationOf(readDate))),
    );
    return identityOf(parameters, clock);
  },
  async listCameras(link) {
    const groups = ['Brand', 'Properties', 'Network', 'Image', 'Input', 'Output'];
    const parameters = await readGroups(link, groups);
    return [
      {
        channel: onlyChannel,
        name: givenName(parameters) ?? productOf(parameters) ?? '',
        state: 'connected',
        capabilities: await capabilitiesOf(link, parameters),
        streams: streamsOf(parameters),
        snapshotTarget: snapshot.path,
      },
    ];
  },
  async readPictureSettings(link, channel) {
    if (channel !== onlyChannel) {
      const operation = operationOf(listParameters);
      throw new DeviceError('rejected', 'not-found', { operation });
    }
    const parameters = await readGroups(link, ['ImageSource.I0.Sensor', 'Image.I0.Appearance']);
    const options = await orNothing(
      link
        .call({ endpoint: listOptions, query: { action: 'options' } })
        .then(({ text }) => parseParameters(text, operationOf(listOptions))),
    );
    return pictureSettingsOf(parameters, options);
  },
} satisfies Operations;
