import type { ServerResponse } from 'node:http';
import type { CommandDesk } from '../control/command-desk.ts';
import { type CommandKind, obeyed, parametersOf, refused } from '../control/device-command.ts';
import type { Channel } from './channel.ts';
import type { RecorderAccount } from './info-answers.ts';
import { sendJson } from './json-reply.ts';
import { answerAux, answerRelay } from './output-answers.ts';
import { answerPreset, asksForPresets, listPresets, presetKind } from './preset-answers.ts';
import { answerPtz, type ControlResult, done, failed, ptzKind } from './ptz-answers.ts';
import { code, coded } from './response-codes.ts';
import { chosenChannels } from './status-answers.ts';

interface ControlCommand {
  readonly kind: (query: URLSearchParams) => CommandKind;
  readonly answer: (channel: Channel, query: URLSearchParams) => ControlResult;
}

/** "Device control", by the command that follows `/api/channel/`. */
const commands: ReadonlyMap<string, ControlCommand> = new Map([
  ['ptz', { kind: ptzKind, answer: answerPtz }],
  ['preset', { kind: presetKind, answer: answerPreset }],
  [
    'relay',
    {
      kind: (query: URLSearchParams) => (query.has('ls') ? 'read' : 'output'),
      answer: answerRelay,
    },
  ],
  ['aux', { kind: () => 'output', answer: answerAux }],
  ['reboot', { kind: () => 'other', answer: () => done('restarts') }],
]);
const folder = '/api/channel/';

/** Commands to the devices behind the channels; every answer is 200 with a code of the document. */
export class ControlRoutes {
  readonly #channels: readonly Channel[];
  readonly #desk: CommandDesk;

  constructor(channels: readonly Channel[], desk: CommandDesk) {
    this.#channels = channels;
    this.#desk = desk;
  }

  handles({ pathname }: URL): boolean {
    return pathname.startsWith(folder) && commands.has(pathname.slice(folder.length));
  }

  handle(
    { pathname, searchParams }: URL,
    account: RecorderAccount,
    response: ServerResponse,
  ): void {
    const name = pathname.slice(folder.length);
    const command = commands.get(name);
    if (command === undefined) return void response.writeHead(404).end();
    const query = searchParams;
    const listed = name === 'preset' && asksForPresets(query);
    const channel = this.#channels.find(({ id }) => String(id) === query.get('ch'));
    let body: unknown = coded(code.busy);
    this.#desk.take(
      response,
      {
        camera: channel?.id ?? -1,
        kind: command.kind(query),
        command: `channel/${name}`,
        parameters: parametersOf(query),
      },
      () => {
        const result = listed ? done('told') : this.#obey(command, channel, query, account);
        body = listed
          ? listPresets(chosenChannels(this.#channels, query))
          : { ...result.beside, ...coded(result.code) };
        return result.code === code.success
          ? obeyed(result.what)
          : refused(`${result.code}: ${result.what}`);
      },
      () => sendJson(response, 200, body, query),
    );
  }

  #obey(
    command: ControlCommand,
    channel: Channel | undefined,
    query: URLSearchParams,
    { control }: RecorderAccount,
  ): ControlResult {
    if (!control) return failed(code.noRights, 'the account may not control');
    if (channel === undefined) return failed(code.invalidChannel, 'there is no such channel');
    if (!channel.online) return failed(code.notReady, 'the camera is lost');
    return command.answer(channel, query);
  }
}
