import { expect, it } from 'vitest';
import { shownText } from './shown-text.ts';

it('breaks lines wherever a device ends them', () => {
  expect(shownText('C:ARMED\rM:ARMED\r\nA:ARMED\n\nend')).toBe('C:ARMED\nM:ARMED\nA:ARMED\n\nend');
});
