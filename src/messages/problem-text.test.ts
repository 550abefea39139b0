import { expect, test } from 'vitest';
import { requestFaults, type SeenProblem } from '../api/problem.ts';
import { deviceErrorReasons } from '../domain/device-error.ts';
import { problemText } from './problem-text.ts';

const reasons: readonly SeenProblem['reason'][] = [
  ...new Set([
    ...deviceErrorReasons,
    ...requestFaults,
    ...(['server-unreachable', 'server-timeout', 'server-unreadable', 'codec-unplayable'] as const),
  ]),
];

test.each(reasons)('%s: one sentence that says what, one that says what to do', (reason) => {
  for (const detail of [undefined, '503']) {
    const { what, todo } = problemText({ kind: 'rejected', reason, detail });
    for (const sentence of [what, todo]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/s);
      expect(sentence.length).toBeLessThanOrEqual(140);
      expect(sentence).not.toMatch(/[{}]|problem\.|undefined/);
    }
    expect(what).not.toBe(todo);
  }
});

test('no two problems share their words', () => {
  const words = reasons.map((reason) => problemText({ kind: 'rejected', reason }).what);
  expect(new Set(words).size).toBe(reasons.length);
});

test('weaves a fact of the device in where it helps', () => {
  const refused = { kind: 'unauthorized', reason: 'login-refused' } as const;
  expect(problemText({ ...refused, detail: '401' }).what).toContain('(401)');
  expect(problemText(refused).what).not.toContain('(');
});

test('a fact that looks like a placeholder is shown as it is', () => {
  const { what } = problemText({
    kind: 'rejected',
    reason: 'server-error',
    detail: '{x, plural} <b>',
  });
  expect(what).toContain('({x, plural} <b>)');
});

test('a reason of a newer server still has words', () => {
  const unknown = { kind: 'internal', reason: 'not-yet-known' } as unknown as SeenProblem;
  expect(problemText(unknown).what).toBe(
    problemText({ kind: 'internal', reason: 'internal' }).what,
  );
});
