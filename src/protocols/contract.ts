import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceCamera } from '../domain/camera.ts';
import { DeviceError } from '../domain/device-error.ts';
import { noPtz, type PtzAbilities } from '../domain/ptz.ts';
import {
  type ContractCase,
  type ContractFixtures,
  contractCases,
  covers,
  failingAnswers,
  isStrict,
  operationRuns,
  operationsOf,
  outcomeOf,
  pathParameters,
  plantedSecret,
  seemsToChange,
  strangeAnswers,
  visibleText,
} from './contract-cases.ts';
import { type FakeAnswer, type FakeDevice, fakeLink, toPeek } from './fake-link.ts';
import type { Operations, Peek, Protocol } from './protocol.ts';

/** Counts as the cases run, so that a suite which silently ran less than it should is noticed. */
export interface ContractTally {
  ran: number;
  checks: number;
  readonly skipped: string[];
}

const roles = ['viewer', 'operator', 'supervisor', 'administrator'];
const wordId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const dottedId = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

/**
 * Registers the tests that every protocol has to pass.
 * @param foreign what devices of the other protocols answer; none of it may be recognised
 */
export function contractSuite(
  protocol: Protocol,
  fixtures: ContractFixtures,
  foreign: Readonly<Record<string, FakeAnswer>>,
  tally: ContractTally,
): void {
  const { endpoints, operations, recognition } = protocol;
  const good = () => fakeLink(fixtures.device);
  const offered = operationsOf(protocol);

  /** Looks at one thing of a case, and counts it. */
  const check = (value: unknown, message: string) => {
    tally.checks += 1;
    return expect(value, message);
  };

  const judge = (answer: Peek) => recognition.judge(answer);

  const cameras = async (): Promise<readonly DeviceCamera[]> =>
    (await operations.listCameras?.(good())) ?? [];

  /** Every operation against a device that answers everything with the same. */
  async function failAll(answers: Readonly<Record<string, FakeAnswer>>): Promise<void> {
    for (const [what, everything] of Object.entries(answers)) {
      for (const name of offered) {
        let asked = 0;
        const { entryTarget } = fixtures.device;
        const link = fakeLink({ entryTarget, everything, onAsked: () => (asked += 1) });
        const outcome = await outcomeOf(operationRuns[name](operations, link, '1'));
        // What the document says of every such device needs no question, and cannot fail.
        if (asked === 0 && !(outcome instanceof Error)) continue;
        if (everything.text === '' && fixtures.emptySuccess?.[name] !== undefined) continue;
        check(outcome, `${name} on ${what}`).toBeInstanceOf(DeviceError);
        if (outcome instanceof DeviceError) {
          check(visibleText(outcome), `${name} on ${what}`).not.toContain(plantedSecret);
        }
      }
    }
  }

  /** One reply of the good device cut short, the others whole. */
  async function cutEach(): Promise<void> {
    const { answers = {} } = fixtures.device;
    for (const [id, whole] of Object.entries(answers)) {
      for (const share of [0.1, 0.5, 0.9, 0.99]) {
        const cut = (query: Record<string, string | number | true | undefined>) => {
          const answer = typeof whole === 'function' ? whole(query) : whole;
          const text = answer.text ?? '';
          return { ...answer, text: text.slice(0, Math.floor(text.length * share)) };
        };
        const device: FakeDevice = { ...fixtures.device, answers: { ...answers, [id]: cut } };
        for (const name of offered) {
          const outcome = await outcomeOf(operationRuns[name](operations, fakeLink(device), '1'));
          if (outcome instanceof Error) {
            check(outcome, `${name}, ${id} cut at ${share}`).toBeInstanceOf(DeviceError);
          }
          const seen = outcome instanceof DeviceError ? visibleText(outcome) : showValue(outcome);
          for (const secret of fixtures.secrets) {
            check(seen, `${name}, ${id} cut at ${share}`).not.toContain(secret);
          }
        }
      }
    }
  }

  const bodies: Record<ContractCase, () => void | Promise<void>> = {
    'identity of the protocol': () => {
      check(protocol.id, 'id').toMatch(wordId);
      check(protocol.name.trim(), 'name').not.toBe('');
      check(protocol.document.trim(), 'document').not.toBe('');
      check(protocol.defaultPort, 'port').toBeGreaterThan(0);
    },

    'endpoint ids': () => {
      const ids = endpoints.map(({ id }) => id);
      check(new Set(ids).size, 'unique ids').toBe(ids.length);
      for (const id of ids) check(id, 'dotted id').toMatch(dottedId);
    },

    'endpoint descriptions': () => {
      for (const { id, section, summary, path } of endpoints) {
        check(section.trim(), `${id}: section`).not.toBe('');
        check(summary.trim(), `${id}: summary`).not.toBe('');
        check(path, `${id}: path`).toMatch(/^\/(?!\/)[^?#]*$/);
      }
    },

    'endpoint parameters': () => {
      for (const endpoint of endpoints) {
        check(isStrict(endpoint), `${endpoint.id}: refuses unknown names`).toBe(true);
        const names = Object.keys(endpoint.query.shape);
        for (const name of pathParameters(endpoint)) {
          check(names, `${endpoint.id}: names its path parameter`).toContain(name);
        }
      }
    },

    'dangers and roles': () => {
      const reasons = new Map(Object.entries(fixtures.harmlessChanges));
      for (const endpoint of endpoints) {
        const { id, danger, role } = endpoint;
        check(roles, `${id}: role`).toContain(role);
        if (danger === 'destructive') check(role, `${id}: destroys`).toBe('administrator');
        if (danger !== 'safe') check(role, `${id}: acts`).not.toBe('viewer');
        if (endpoint.secretReply) check(role, `${id}: holds secrets`).toBe('administrator');
        if (danger === 'safe' && seemsToChange(endpoint)) {
          check(reasons.get(id)?.trim() ?? '', `${id}: why is it harmless?`).not.toBe('');
          reasons.delete(id);
        }
      }
      check([...reasons.keys()], 'reasons that explain nothing').toEqual([]);
    },

    'coverage of the document': () => {
      for (const one of fixtures.documented) {
        check(endpoints.filter((row) => covers(row, one)).length, `row for ${one}`).not.toBe(0);
      }
      const beyond = Object.entries(fixtures.beyond ?? {});
      for (const [one, reason] of beyond) {
        check(endpoints.filter((row) => covers(row, one)).length, `row for ${one}`).not.toBe(0);
        check(reason.trim(), `why is there ${one}?`).not.toBe('');
        check(fixtures.documented, `${one} is in the document after all`).not.toContain(one);
      }
      const known = [...fixtures.documented, ...beyond.map(([one]) => one)];
      const invented = endpoints.filter((row) => !known.some((one) => covers(row, one)));
      check(
        invented.map(({ id }) => id),
        'rows that no document has',
      ).toEqual([]);
      const unique = new Set(fixtures.documented);
      check(unique.size, 'documented once each').toBe(fixtures.documented.length);
    },

    'sign-in': () => {
      if (protocol.authentication.kind !== 'session') {
        check(protocol.authentication.kind, 'authentication').toBe('basic');
        return;
      }
      const call = protocol.authentication.signIn({ username: 'guard', password: 'p:ä&=%' });
      check(endpoints, 'sign-in is a row').toContain(call.endpoint);
      const query = call.endpoint.query.safeParse({ ...call.query });
      check(query.success, 'sign-in fits its row').toBe(true);
    },

    'recognition of its own devices': () => {
      check(Object.keys(fixtures.recognised).length, 'fixtures').toBeGreaterThan(0);
      for (const [what, answer] of Object.entries(fixtures.recognised)) {
        const verdict = judge(toPeek(answer));
        check(verdict?.confidence ?? 0, what).toBeGreaterThanOrEqual(0.3);
        check(verdict?.confidence ?? 2, what).toBeLessThanOrEqual(1);
        check(verdict?.evidence.trim() ?? '', what).not.toBe('');
      }
      for (const entry of ['/', '/live/gate.flv?x=1']) {
        check(recognition.target(entry), `target for ${entry}`).toMatch(/^\/(?!\/)/);
      }
    },

    'recognition of nothing else': () => {
      for (const [what, answer] of Object.entries({ ...strangeAnswers, ...foreign })) {
        check(judge(toPeek(answer)), what).toBeNull();
      }
    },

    'recognition of random bytes': () => {
      const random = fc.record({
        status: fc.constantFrom(200, 204, 401, 404, 500),
        contentType: fc.constantFrom('', 'text/plain', 'application/json'),
        head: fc.uint8Array({ maxLength: 4096 }),
      });
      const property = fc.property(random, (bytes) => {
        const contentTypeLine = bytes.contentType;
        expect(judge({ ...bytes, contentTypeLine, server: '', authenticate: '' })).toBeNull();
      });
      fc.assert(property, { seed: 7, numRuns: 300 });
      tally.checks += 300;
    },

    'operations on a good device': async () => {
      for (const name of offered) {
        const channel = (await cameras())[0]?.channel ?? '1';
        const shown = showValue(await operationRuns[name](operations, good(), channel));
        check(shown, `${name}: no address`).not.toMatch(/:\/\/|"\/\/|[?&](?:auth|pwd|password)=/);
        for (const secret of fixtures.secrets) check(shown, name).not.toContain(secret);
      }
      const listed = await cameras();
      const channels = listed.map(({ channel }) => channel);
      check(new Set(channels).size, 'unique channels').toBe(channels.length);
      check(listed.length, 'cameras').toBeGreaterThan(0);
      check(await cameras(), 'the same again').toEqual(listed);
      for (const { channel, streams, snapshotTarget } of listed) {
        const ids = streams.map(({ id }) => id);
        check(new Set(ids).size, `${channel}: unique stream ids`).toBe(ids.length);
        for (const { id, target } of streams) check(target, id).toMatch(/^\/(?!\/)/);
        check(snapshotTarget ?? '/', `${channel}: snapshot`).toMatch(/^\/(?!\/)/);
      }
    },

    'operations on a failing device': () => failAll(failingAnswers),

    'operations on cut replies': cutEach,

    'picture settings of every channel': async () => {
      for (const { channel } of await cameras()) {
        const settings = await operations.readPictureSettings?.(good(), channel);
        check(settings, channel).toBeTypeOf('object');
      }
      const unknown = outcomeOf(operationRuns.readPictureSettings(operations, good(), 'no such'));
      check(await unknown, 'a channel that is not there').toBeInstanceOf(DeviceError);
    },

    'abilities of every camera that turns': async () => {
      const turning = (await cameras()).filter(({ capabilities: can }) => can.panTilt || can.zoom);
      check(turning.length, 'cameras that turn').toBeGreaterThan(0);
      for (const { channel } of turning) {
        const can = (await operations.readPtzAbilities?.(good(), channel)) ?? noPtz;
        for (const [ability, needed] of Object.entries(operationsBehind(can))) {
          const missing = needed.filter((name) => operations[name] === undefined);
          check(missing, `${channel}: ${ability} without its operation`).toEqual([]);
        }
        const moved = [...can.moves, ...can.steps];
        check(new Set(moved).size, `${channel}: an axis moves or steps`).toBe(moved.length);
        check(moved.length, `${channel}: nothing moves`).toBeGreaterThan(0);
      }
    },
  };

  describe(protocol.id, () => {
    for (const name of contractCases) {
      const reason = fixtures.skips[name];
      if (reason === undefined) {
        it(name, async () => {
          await bodies[name]();
          tally.ran += 1;
        });
      } else {
        tally.skipped.push(`${protocol.id}: ${name}: ${reason}`);
        it.skip(`${name} (${reason})`, () => undefined);
      }
    }
  });
}

/** The operations without which an ability would be a promise only. */
function operationsBehind(can: PtzAbilities): Record<string, readonly (keyof Operations)[]> {
  return {
    ...(can.moves.length > 0 && { moves: ['movePtz', 'stopPtz'] }),
    ...(can.steps.length > 0 && { steps: ['stepPtz'] }),
    ...(Object.keys(can.absolute).length > 0 && { absolute: ['turnPtzTo'] }),
    ...(Object.keys(can.relative).length > 0 && { relative: ['turnPtzBy'] }),
    ...(can.centre && { centre: ['centrePtz'] }),
    ...(can.box && { box: ['zoomPtzToBox'] }),
    ...(can.home && { home: ['goHome'] }),
    ...(can.saveHome && { saveHome: ['saveHome'] }),
    ...(can.autofocus.length > 0 && { autofocus: ['setAutofocus'] }),
    ...(can.presets !== null && { presets: ['listPresets', 'goToPreset'] }),
  };
}

function showValue(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
