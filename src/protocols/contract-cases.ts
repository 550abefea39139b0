import { z } from 'zod';
import type { DeviceError } from '../domain/device-error.ts';
import { controlRuns } from './contract-control-runs.ts';
import { eventRuns } from './contract-event-runs.ts';
import { exportRuns } from './contract-export-runs.ts';
import { recordingRuns } from './contract-recording-runs.ts';
import type { FakeAnswer, FakeDevice } from './fake-link.ts';
import type { DeviceLink, Endpoint, Operations, Protocol } from './protocol.ts';

/** What a protocol folder supplies in its `contract-fixtures.ts`. */
export interface ContractFixtures {
  /**
   * Every endpoint of the document as `GET /an/example/path`, read from the document once more and
   * not from the table, so that a forgotten row shows.
   */
  readonly documented: readonly string[];
  /** The same for requests that no document has and real devices answer, each with the reason. */
  readonly beyond?: Readonly<Record<string, string>> | undefined;
  /** A device as it answers when all is well. */
  readonly device: FakeDevice;
  /** What such devices answer to the recognition's target, by a name for each. */
  readonly recognised: Readonly<Record<string, FakeAnswer>>;
  /** Passwords, hosts and accounts that stand in the fixtures: none may come out again. */
  readonly secrets: readonly string[];
  /** Ids of endpoints that change something and yet are `safe`, each with the reason. */
  readonly harmlessChanges: Readonly<Record<string, string>>;
  /** Operations to which the document answers success with nothing at all, each with where it says so. */
  readonly emptySuccess?: Readonly<Partial<Record<keyof Operations, string>>> | undefined;
  /** Cases that do not apply, each with the reason. */
  readonly skips: Readonly<Partial<Record<ContractCase, string>>>;
}

export const contractCases = [
  'identity of the protocol',
  'endpoint ids',
  'endpoint descriptions',
  'endpoint parameters',
  'dangers and roles',
  'coverage of the document',
  'sign-in',
  'recognition of its own devices',
  'recognition of nothing else',
  'recognition of random bytes',
  'operations on a good device',
  'operations on a failing device',
  'operations on cut replies',
  'picture settings of every channel',
  'abilities of every camera that turns',
] as const;
export type ContractCase = (typeof contractCases)[number];

/** Stands in replies that fail; a failure that quotes its reply is caught by it. */
export const plantedSecret = 'PLANTED-SECRET';

const megabyte = 2 ** 20;

/** A megabyte that looks like nothing, the same every time. */
function garbage(): string {
  let state = 20_251_121;
  const letters: string[] = [];
  while (letters.length < megabyte) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    letters.push(String.fromCharCode(state >>> 24));
  }
  return letters.join('');
}

/** Answers that no operation may mistake for a device's. */
export const failingAnswers: Readonly<Record<string, FakeAnswer>> = {
  'a page with status 200': {
    contentType: 'text/html',
    text: `<!DOCTYPE html><html><body>Sign in as ${plantedSecret}</body></html>`,
  },
  'a page under a wrong type': {
    contentType: 'application/json',
    text: `\r\n<html><body>${plantedSecret}</body></html>`,
  },
  'an empty body': { contentType: 'text/plain', text: '' },
  'JSON that ends too early': {
    contentType: 'application/json',
    text: `{"apiVersion":"x","password":"${plantedSecret}","data":[{"ch":1,`,
  },
  'JSON of something else': {
    contentType: 'application/json',
    text: `{"note":"${plantedSecret}"}`,
  },
  'JSON null': { contentType: 'application/json', text: 'null' },
  'a text that says it failed': { text: `error: illegal params. ${plantedSecret}` },
  'status 401': { status: 401, contentType: 'text/html', text: `<html>${plantedSecret}</html>` },
  'status 500': { status: 500, contentType: 'text/html', text: `<html>${plantedSecret}</html>` },
  'status 401 without a body': { status: 401 },
  'a megabyte of garbage': { contentType: 'application/octet-stream', text: garbage() },
};

/** Answers that speak for no protocol at all. */
export const strangeAnswers: Readonly<Record<string, FakeAnswer>> = {
  ...failingAnswers,
  'status 302': { status: 302 },
  'status 404': { status: 404, contentType: 'text/html', text: '<html>404</html>' },
};

type Run = (operations: Operations, link: DeviceLink, channel: string) => Promise<unknown>;

/** How each operation is called. A new operation does not compile until it stands here. */
export const operationRuns: Readonly<Record<keyof Operations, Run>> = {
  identify: async ({ identify }, link) => identify?.(link),
  listCameras: async ({ listCameras }, link) => listCameras?.(link),
  ...controlRuns,
  ...eventRuns,
  ...recordingRuns,
  ...exportRuns,
};

/** The operations that a protocol offers: those that are present. */
export function operationsOf(protocol: Protocol): readonly (keyof Operations)[] {
  const all = Object.keys(operationRuns) as (keyof Operations)[];
  return all.filter((name) => protocol.operations[name] !== undefined);
}

/** The failure that a promise ends in; a value where it succeeds. */
export async function outcomeOf(run: Promise<unknown>): Promise<unknown> {
  try {
    return { value: await run };
  } catch (failure) {
    return failure;
  }
}

/** Everything a person or a log may see of a failure. */
export function visibleText(failure: DeviceError): string {
  return [failure.message, failure.operation, failure.detail, JSON.stringify(failure)].join('\n');
}

const changingWord =
  /(?:^|[.-])(?:write|set|add|remove|delete|rm|push|trigger|control|output|go|move|stop|patrol|zoom|focus|iris|home|export|reboot|restart|restore|upgrade|on|off)(?:$|[.-])|^settings\.(?!read$)/;

/** Whether a row looks as if it changed something: by its method, or by a verb in its id. */
export function seemsToChange(endpoint: Endpoint): boolean {
  return endpoint.method !== 'GET' || changingWord.test(endpoint.id);
}

/** Names in braces of a path. */
export function pathParameters(endpoint: Endpoint): readonly string[] {
  return Array.from(endpoint.path.matchAll(/\{([^{}]*)\}/g), (match) => match[1] ?? '');
}

/** Whether a row answers for a documented request, e.g. `GET /live/ch1main`. */
export function covers(endpoint: Endpoint, documented: string): boolean {
  const [method, path = ''] = documented.split(' ');
  const parts = endpoint.path.split('/');
  const asked = path.split('/');
  return (
    endpoint.method === method &&
    asked.length === parts.length &&
    parts.every((part, at) => /^\{.*\}$/.test(part) || part === asked[at])
  );
}

/** Whether a schema refuses names that it does not know. */
export function isStrict(endpoint: Endpoint): boolean {
  const schema = z.toJSONSchema(endpoint.query, { unrepresentable: 'any', io: 'input' });
  return schema.additionalProperties === false;
}
