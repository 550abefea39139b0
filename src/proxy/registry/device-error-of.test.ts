import { expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { deviceProblem } from './device-error-of.ts';

it('shows the answer of a device without controls and turned reading directions', () => {
  const error = new DeviceError('malformed-reply', 'encoding-refused', {
    detail: 'gz\u202Epi\u0000',
  });
  expect(deviceProblem(error)).toEqual({
    kind: 'malformed-reply',
    reason: 'encoding-refused',
    detail: 'gz pi',
  });
});

it('leaves out an answer of which nothing can be shown', () => {
  const error = new DeviceError('rejected', 'unexpected-reply', { detail: '\u0007' });
  expect(deviceProblem(error)).toEqual({ kind: 'rejected', reason: 'unexpected-reply' });
});

it('shows no secret that a device repeats in its answer', () => {
  const detail = 'bad user=guard&pwd=geheim-4711 at rtsp://guard:geheim-4711@10.0.0.7/1';
  const shown = deviceProblem(new DeviceError('rejected', 'illegal-parameter', { detail })).detail;
  expect(shown).toContain('user=guard');
  expect(shown).not.toContain('geheim');
});
