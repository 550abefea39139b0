import { type CameraCapabilities, noCapabilities } from '../../domain/camera.ts';
import { type Parameters, parseParameters } from '../parsing/parameters.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { arming } from './arming.ts';
import { checkChannel, onlyChannel } from './calls.ts';
import { readLocalClock } from './device-clock.ts';
import { readDate } from './endpoints-device.ts';
import { snapshot } from './endpoints-media.ts';
import { listOptions, listParameters } from './endpoints-parameters.ts';
import { events } from './events.ts';
import { givenName, identityOf, productOf } from './identity.ts';
import { operationOf, orNothing, readGroups } from './parameter-groups.ts';
import { pictureChange } from './picture-change.ts';
import { pictureSettingsOf } from './picture-settings.ts';
import { portCount, ports } from './ports.ts';
import { presets } from './presets.ts';
import { ptzAim } from './ptz-aim.ts';
import { describePtz } from './ptz-model.ts';
import { ptzMove } from './ptz-move.ts';
import { ptzCapabilities } from './ptz-replies.ts';
import { recordings } from './recordings.ts';
import { streamsOf } from './streams.ts';
import { tours } from './tours.ts';

async function capabilitiesOf(
  link: DeviceLink,
  parameters: Parameters,
): Promise<CameraCapabilities> {
  return {
    ...noCapabilities,
    ...ptzCapabilities(await describePtz(link, parameters)),
    digitalInputs: portCount(parameters, 'Input'),
    relayOutputs: portCount(parameters, 'Output'),
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
  ...ptzMove,
  ...ptzAim,
  ...presets,
  ...tours,
  ...ports,
  ...arming,
  ...pictureChange,
  ...events,
  ...recordings,
  async readPictureSettings(link, channel) {
    checkChannel(channel, listParameters);
    const parameters = await readGroups(link, ['ImageSource.I0.Sensor', 'Image.I0.Appearance']);
    const options = await orNothing(
      link
        .call({ endpoint: listOptions, query: { action: 'options' } })
        .then(({ text }) => parseParameters(text, operationOf(listOptions))),
    );
    return pictureSettingsOf(parameters, options);
  },
} satisfies Operations;
