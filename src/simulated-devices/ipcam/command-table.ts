import type { ServerResponse } from 'node:http';
import type { CommandDesk } from '../control/command-desk.ts';
import {
  type DeviceCommand,
  type Outcome,
  obeyed,
  parametersOf,
  refused,
} from '../control/device-command.ts';
import type { CameraPictures } from './camera-pictures.ts';
import { type Rights, serialBauds, setCommands, store } from './commands.ts';
import { type Decoder, decoderCommand } from './decoder.ts';
import { acknowledge, sendPlain } from './plain-reply.ts';
import type { SensorSettings } from './sensor-settings.ts';
import { type Variables, writeVariables } from './variables.ts';

const visitor: Rights = 0;
const operator: Rights = 1;
const administrator: Rights = 2;

export interface Exchange {
  readonly query: URLSearchParams;
  readonly response: ServerResponse;
}

export interface Command {
  readonly rights: Rights | 'everyone';
  readonly method?: 'POST';
  run(exchange: Exchange): void;
}

/** What the commands of one camera read and change. */
export interface IpcamParts {
  readonly id: string;
  readonly params: Variables;
  readonly misc: Variables;
  readonly forbidden: Variables;
  readonly settings: SensorSettings;
  readonly decoder: Decoder;
  readonly desk: CommandDesk;
  readonly pictures: CameraPictures;
  /** 0 none, 1 motion, 2 input. */
  readonly alarmStatus: () => number;
  readonly now: () => number;
}

function status({ id, params, alarmStatus }: IpcamParts, seconds: number): Variables {
  return {
    id,
    sys_ver: params.sys_ver ?? '',
    app_ver: params.app_ver ?? '',
    alias: params.alias ?? '',
    now: seconds,
    tz: params.tz ?? 0,
    alarm_status: alarmStatus(),
    ddns_status: 0,
    ddns_host: '',
    oray_type: 0,
    upnp_status: 0,
  };
}

/** Every command of the document by its lower-case name. */
export function commandTable(parts: IpcamParts): Readonly<Record<string, Command>> {
  const { params, misc, forbidden, settings, decoder, desk, pictures } = parts;
  const seconds = (): number => Math.floor(parts.now() / 1000);
  const read = (rights: Command['rights'], variables: () => Readonly<Variables>): Command => ({
    rights,
    run: ({ response }) => sendPlain(response, writeVariables(variables())),
  });
  const accept = (
    rights: Rights,
    valid: (query: URLSearchParams) => boolean,
    method?: 'POST',
  ): Command => ({
    rights,
    ...(method === undefined ? {} : { method }),
    run: ({ query, response }) => acknowledge(response, query, valid(query)),
  });
  const noted = (
    rights: Rights,
    command: (query: URLSearchParams) => DeviceCommand,
    obey: (query: URLSearchParams) => Outcome,
  ): Command => ({
    rights,
    run: ({ query, response }) =>
      desk.take(
        response,
        command(query),
        () => obey(query),
        (outcome) => acknowledge(response, query, outcome.obeyed),
      ),
  });
  const changes = (
    rights: Rights,
    kind: 'picture' | 'arming',
    command: string,
    change: (query: URLSearchParams) => boolean,
  ): Command =>
    noted(
      rights,
      (query) => ({ camera: 1, kind, command, parameters: parametersOf(query) }),
      (query) => (change(query) ? obeyed('set') : refused('illegal params')),
    );
  const stores = { params, misc, forbidden };
  const sets = Object.entries(setCommands).map(([name, command]): [string, Command] => {
    const change = (query: URLSearchParams) => store(command, query, stores[command.store]);
    return [
      name,
      name === 'set_alarm.cgi'
        ? changes(command.rights, 'arming', name, change)
        : accept(command.rights, change),
    ];
  });
  return {
    'snapshot.cgi': {
      rights: visitor,
      run: ({ query, response }) => pictures.sendSnapshot(query, response),
    },
    'videostream.cgi': {
      rights: visitor,
      run: ({ query, response }) => pictures.sendStream(query, response),
    },
    'videostream.asf': {
      rights: visitor,
      run: ({ response }) => void response.writeHead(404, { 'Content-Length': 0 }).end(),
    },
    'get_status.cgi': read('everyone', () => status(parts, seconds())),
    'get_camera_params.cgi': read(visitor, () => settings.variables),
    'get_params.cgi': read(administrator, () => ({ ...params, now: seconds() })),
    'get_misc.cgi': read(administrator, () => misc),
    'get_forbidden.cgi': read(administrator, () => forbidden),
    'camera_control.cgi': changes(operator, 'picture', 'camera_control.cgi', (query) => {
      if (!query.get('param') || !query.get('value')) return false;
      return settings.set(Number(query.get('param')), Number(query.get('value')));
    }),
    'decoder_control.cgi': noted(operator, decoderCommand, (query) => decoder.obey(query)),
    'comm_write.cgi': accept(
      operator,
      (query) => Number(query.get('bytes') ?? 0) < 256 && query.has('data'),
    ),
    'set_decoder.cgi': accept(administrator, (query) => serialBauds.has(Number(query.get('baud')))),
    'reboot.cgi': accept(administrator, () => true),
    'restore_factory.cgi': accept(administrator, () => true),
    'upgrade_firmware.cgi': accept(administrator, () => true, 'POST'),
    'upgrade_htmls.cgi': accept(administrator, () => true, 'POST'),
    ...Object.fromEntries(sets),
  };
}
