import { describe, expect, it } from 'vitest';
import { fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { portOperations } from './ports.ts';

const answers = { 'decoder.output': { text: 'ok.\n' } };

describe('the output', () => {
  it('is one, of which nothing says what it does', async () => {
    await expect(portOperations.listOutputs(fakeLink({}), '1')).resolves.toEqual([
      { id: 'output-1', kind: 'output', name: '', state: 'unknown' },
    ]);
  });

  it.each([
    [true, 94],
    [false, 95],
  ])('switched to %s is code %i', async (on, command) => {
    const { link, calls } = recordingLink({ answers });
    await portOperations.switchOutput(link, '1', 'output-1', on);
    expect(calls).toEqual([`decoder.output?command=${command}`]);
  });

  it('has no second', async () => {
    const switching = portOperations.switchOutput(fakeLink({ answers }), '1', 'output-2', true);
    await expect(switching).rejects.toMatchObject({ reason: 'not-found' });
  });
});

describe('the input', () => {
  it.each([
    ['0', 'off'],
    ['1', 'unknown'],
    ['2', 'on'],
    ['3', 'unknown'],
  ])('with alarm_status %s is %s', async (alarm, state) => {
    const link = fakeLink({
      answers: { 'status.read': { text: `var now=1;\nvar alarm_status=${alarm};\n` } },
    });
    await expect(portOperations.readInputs(link, '1')).resolves.toEqual([
      { id: 'input-1', name: '', state },
    ]);
  });

  it('is not guessed where the status does not say', async () => {
    const link = fakeLink({ answers: { 'status.read': { text: 'var now=1;\n' } } });
    await expect(portOperations.readInputs(link, '1')).rejects.toMatchObject({
      kind: 'malformed-reply',
      detail: 'alarm_status',
    });
  });
});

it('has one camera', async () => {
  const link = fakeLink({ answers });
  const unknown = { kind: 'rejected', reason: 'channel-unknown' };
  await expect(portOperations.listOutputs(link, '2')).rejects.toMatchObject(unknown);
  await expect(portOperations.readInputs(link, '')).rejects.toMatchObject(unknown);
});
