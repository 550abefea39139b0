import type { PortState } from '../../domain/ports.ts';
import type { Parameters } from '../parsing/parameters.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import type { SiteOperations } from '../site-operations.ts';
import { checkChannel, command, notFound } from './calls.ts';
import {
  activateOutput,
  deactivateOutput,
  inputActivity,
  outputActivity,
} from './endpoints-events.ts';
import { numberOf, operationOf, orNothing, readGroups, textOf } from './parameter-groups.ts';
import { readPortStates } from './port-states.ts';

/** More contacts than any model has. */
const mostPorts = 32;

type PortKind = 'Input' | 'Output';

export function portCount(parameters: Parameters, kind: PortKind): number {
  return numberOf(parameters, `${kind}.NbrOf${kind}s`, 0, mostPorts) ?? 0;
}

/**
 * The contacts of one kind. `Input.I0.Name` is the name of input 1, and what outputs are called is
 * inferred from it. Active is what counts as on, whether the contact is open or closed then.
 */
async function readPorts(link: DeviceLink, kind: PortKind, activity: Endpoint) {
  const parameters = await readGroups(link, ['Properties', kind]);
  const numbers = Array.from({ length: portCount(parameters, kind) }, (_, index) => index + 1);
  if (numbers.length === 0) return [];
  const states = await orNothing(
    link
      .call({ endpoint: activity, query: { checkactive: numbers.join(',') } })
      .then(({ text }) => readPortStates(text, operationOf(activity))),
  );
  return numbers.map((number) => ({
    id: `${kind.toLowerCase()}-${number}`,
    name: textOf(parameters, `${kind}.${kind[0]}${number - 1}.Name`) ?? '',
    state: stateOf(states?.get(number)),
  }));
}

function stateOf(active: boolean | undefined): PortState {
  return active === undefined ? 'unknown' : active ? 'on' : 'off';
}

export const ports = {
  async listOutputs(link, channel) {
    checkChannel(channel, outputActivity);
    const outputs = await readPorts(link, 'Output', outputActivity);
    return outputs.map((output) => ({ ...output, kind: 'output' as const }));
  },

  async switchOutput(link, channel, outputId, on) {
    const endpoint = on ? activateOutput : deactivateOutput;
    checkChannel(channel, endpoint);
    const number = Number(/^output-([1-9]\d?)$/.exec(outputId)?.[1] ?? 0);
    if (number === 0 || number > mostPorts) throw notFound(endpoint);
    await command(link, endpoint, { action: `${number}:${on ? '/' : '\\'}` });
  },

  async readInputs(link, channel) {
    checkChannel(channel, inputActivity);
    return readPorts(link, 'Input', inputActivity);
  },
} satisfies SiteOperations;
