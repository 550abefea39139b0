import { DeviceError } from '../../domain/device-error.ts';
import type { Input, Output, PortState } from '../../domain/ports.ts';
import { integerOf } from '../parsing/variables.ts';
import type { DeviceLink } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { sendCommand } from './command.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { requireChannel } from './only-channel.ts';
import { toStatus } from './replies.ts';

/** No reply says what the output does now. */
const output: Output = { id: 'output-1', kind: 'output', name: '', state: 'unknown' };

/** decoder_control.cgi: "IO output high" and "IO output low". */
const high = 94;
const low = 95;

/** `alarm_status` of get_status.cgi tells one alarm at a time: any other hides the input. */
const stateByAlarm: ReadonlyMap<number | undefined, PortState> = new Map([
  [0, 'off'],
  [2, 'on'],
]);

export const portOperations = {
  async listOutputs(_link: DeviceLink, channel: string): Promise<readonly Output[]> {
    requireChannel(channel);
    return [output];
  },
  async switchOutput(link, channel, outputId, on) {
    requireChannel(channel);
    if (outputId !== output.id) {
      throw new DeviceError('rejected', 'not-found', { operation: 'ipcam.output' });
    }
    const query = { command: on ? high : low };
    await sendCommand(link, { endpoint: ipcamEndpoint.output, query });
  },
  async readInputs(link, channel): Promise<readonly Input[]> {
    requireChannel(channel);
    const endpoint = ipcamEndpoint.readStatus;
    const status = toStatus((await link.call({ endpoint })).text, operationOf(endpoint));
    const alarm = integerOf(status, 'alarm_status');
    return [{ id: 'input-1', name: '', state: stateByAlarm.get(alarm) ?? 'unknown' }];
  },
} satisfies SiteOperations;
