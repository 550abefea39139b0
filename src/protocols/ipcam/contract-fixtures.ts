import type { ContractFixtures } from '../contract-cases.ts';
import { cameraParameters } from './fixtures/camera-parameters.ts';
import { settings } from './fixtures/settings.ts';
import { bareStatus, capturedStatus, documentedStatus, unbrokenStatus } from './fixtures/status.ts';

const text = (body: string) => ({ contentType: 'text/plain', text: body });

export const ipcamFixtures: ContractFixtures = {
  device: {
    answers: {
      'status.read': text(capturedStatus),
      'camera.read': text(cameraParameters),
      'settings.read': text(settings),
    },
  },
  recognised: {
    'a captured status': { ...text(capturedStatus), server: 'Netwave IP Camera' },
    'a status with the documented names only': text(documentedStatus),
    'a status without line ends': text(unbrokenStatus),
    'the status of a clone': text(bareStatus),
  },
  secrets: ['FIXTURE-SECRET', '192.0.2.'],
  harmlessChanges: {
    'decoder.move': 'moving the camera is what its operator is there for',
    'decoder.patrol': 'a patrol ends with the next stop',
    'settings.alias': 'a name is changed back as easily',
    'settings.devices': 'a list that only the own page of the device shows',
    'settings.ddns': 'the device stays where it is',
    'misc.write': 'LED and patrol habits; the picture stays',
  },
  skips: {},
};
