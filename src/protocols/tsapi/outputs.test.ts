import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { outputOperations } from './outputs.ts';

const json = (value: unknown): FakeAnswer => ({
  contentType: 'application/json',
  text: JSON.stringify(value),
});
const stairway = '7657b9aa-61d6-4b4f-a70a-c91e8657dfcf';
const relays = {
  chid: 1,
  code: 0,
  relay: [{ name: 'Stairway', token: stairway }, { token: 4 }, { name: 'No token' }],
};
const success = json({ code: 0, message: 'Success' });
const channel = (caps: object) => json([{ chid: 1, title: 'Gate', caps }]);
const answers = {
  'enum.channel': channel({ aux: 2, relayOutputs: 2 }),
  'relay.list': json(relays),
  'relay.on': success,
  'relay.off': success,
  'aux.on': success,
  'aux.off': success,
};

describe('listOutputs', () => {
  it('has relays by name, AUX by number, and never claims to know what they do', async () => {
    const { link, calls } = recordingLink({ answers });
    await expect(outputOperations.listOutputs(link, '1')).resolves.toEqual([
      { id: `relay-${stairway}`, kind: 'relay', name: 'Stairway', state: 'unknown' },
      { id: 'relay-4', kind: 'relay', name: '', state: 'unknown' },
      { id: 'aux-1', kind: 'aux', name: '', state: 'unknown' },
      { id: 'aux-2', kind: 'aux', name: '', state: 'unknown' },
    ]);
    expect(calls.at(-1)).toEqual('relay.list?ls=true&ch=1');
  });

  it('asks for no relays where there are none', async () => {
    const { link, calls } = recordingLink({
      answers: { ...answers, 'enum.channel': channel({ aux: 0 }) },
    });
    await expect(outputOperations.listOutputs(link, '1')).resolves.toEqual([]);
    expect(calls).toHaveLength(1);
  });
});

describe('switchOutput', () => {
  it.each<[string, boolean, string]>([
    [`relay-${stairway}`, true, `relay.on?ch=1&on=${stairway}`],
    [`relay-${stairway}`, false, `relay.off?ch=1&off=${stairway}`],
    ['aux-1', true, 'aux.on?ch=1&on=0'],
    ['aux-2', false, 'aux.off?ch=1&off=1'],
  ])('%s to %s is one request', async (id, on, call) => {
    const { link, calls } = recordingLink({ answers });
    await outputOperations.switchOutput(link, '1', id, on);
    expect(calls).toEqual([call]);
  });

  it.each(['', 'relay-', 'relay-a,b', 'aux-0', 'aux-1,2', 'output-1', 'none'])(
    'knows no output %j',
    async (id) => {
      const { link, calls } = recordingLink({ answers });
      const switching = outputOperations.switchOutput(link, '1', id, true);
      await expect(switching).rejects.toMatchObject({ reason: 'not-found' });
      expect(calls).toEqual([]);
    },
  );

  it('passes a refusal on', async () => {
    const { link } = recordingLink({ answers: { ...answers, 'relay.on': json({ code: -4 }) } });
    const switching = outputOperations.switchOutput(link, '1', 'relay-4', true);
    await expect(switching).rejects.toMatchObject({ kind: 'busy', detail: '-4' });
  });
});
