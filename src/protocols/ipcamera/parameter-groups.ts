import { DeviceError } from '../../domain/device-error.ts';
import { type Parameters, parseParameters } from '../parsing/parameters.ts';
import type { DeviceLink, Endpoint } from '../protocol.ts';
import { listParameters } from './endpoints-parameters.ts';

export const operationOf = (endpoint: Endpoint) => `ipcamera.${endpoint.id}`;

/** Failures that concern one group which a model does not have; all others would befall every request. */
const dispensable: ReadonlySet<string> = new Set([
  'illegal-parameter',
  'not-found',
  'empty-reply',
  'unexpected-reply',
]);

/** The value of a promise, or null where the device only lacks what was asked for. */
export async function orNothing<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (failure) {
    if (failure instanceof DeviceError && dispensable.has(failure.reason)) return null;
    throw failure;
  }
}

/**
 * Reads several groups in one request, joined by commas as documented (5.1.1.1). A device that knows
 * one group at a time, or refuses all because it lacks one, is asked for the missing ones singly.
 * @throws DeviceError where the first group, without which a device is none of this make, is missing
 */
export async function readGroups(link: DeviceLink, groups: readonly string[]): Promise<Parameters> {
  const operation = operationOf(listParameters);
  const ask = async (group: string) => {
    const query = { action: 'list', group };
    const { text } = await link.call({ endpoint: listParameters, query });
    return parseParameters(text, operation);
  };
  const found = new Map((await orNothing(ask(groups.join(',')))) ?? []);
  for (const [index, group] of groups.entries()) {
    if (Array.from(found.keys()).some((name) => name === group || name.startsWith(`${group}.`))) {
      continue;
    }
    const missing = index === 0 ? await ask(group) : await orNothing(ask(group));
    for (const [name, value] of missing ?? []) found.set(name, value);
  }
  return found;
}

/** A value that says something, and no longer than a person reads. */
export function textOf(parameters: Parameters, name: string): string | undefined {
  const text = parameters.get(name)?.trim().slice(0, 128);
  return text === '' ? undefined : text;
}

/** A whole number within limits; undefined where it is absent or anything else. */
export function numberOf(
  parameters: Parameters,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = textOf(parameters, name);
  if (text === undefined || !/^\d{1,9}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}
