import type { ContractFixtures } from '../contract-cases.ts';
import { cameraParameters } from './fixtures/camera-parameters.ts';
import { settings } from './fixtures/settings.ts';
import { bareStatus, capturedStatus, documentedStatus, unbrokenStatus } from './fixtures/status.ts';

const text = (body: string) => ({ contentType: 'text/plain', text: body });

const commands = [
  ...['decoder.move', 'decoder.patrol', 'decoder.output', 'settings.alarm'],
  ...['camera.brightness', 'camera.contrast', 'camera.mode', 'camera.orientation'],
];

export const ipcamFixtures: ContractFixtures = {
  documented: [
    'GET /snapshot.cgi',
    'GET /videostream.cgi',
    'GET /videostream.asf',
    'GET /get_status.cgi',
    'GET /get_camera_params.cgi',
    'GET /decoder_control.cgi',
    'GET /camera_control.cgi',
    'GET /reboot.cgi',
    'GET /restore_factory.cgi',
    'GET /get_params.cgi',
    'POST /upgrade_firmware.cgi',
    'POST /upgrade_htmls.cgi',
    'GET /set_alias.cgi',
    'GET /set_datetime.cgi',
    'GET /set_users.cgi',
    'GET /set_devices.cgi',
    'GET /set_network.cgi',
    'GET /set_wifi.cgi',
    'GET /set_pppoe.cgi',
    'GET /set_upnp.cgi',
    'GET /set_ddns.cgi',
    'GET /set_ftp.cgi',
    'GET /set_mail.cgi',
    'GET /set_alarm.cgi',
    'GET /comm_write.cgi',
    'GET /set_forbidden.cgi',
    'GET /get_forbidden.cgi',
    'GET /set_misc.cgi',
    'GET /get_misc.cgi',
    'GET /set_decoder.cgi',
  ],
  device: {
    answers: {
      // The terse one, so that the settings with their passwords are read as well.
      'status.read': text(documentedStatus),
      'camera.read': text(cameraParameters),
      'settings.read': text(settings),
      ...Object.fromEntries(commands.map((id) => [id, text('ok.\n')])),
    },
  },
  recognised: {
    'a captured status': { ...text(capturedStatus), server: 'Netwave IP Camera' },
    'a status with the documented names only': text(documentedStatus),
    'a status without line ends': text(unbrokenStatus),
    'the status of a clone': text(bareStatus),
    'a status that asks for an account': {
      status: 401,
      contentType: 'text/html',
      text: '<html>401</html>',
      authenticate: 'Basic realm="ipcamera_00626E0000A1"',
    },
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
