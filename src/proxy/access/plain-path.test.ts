import { expect, it } from 'vitest';
import { isPlainPath } from './plain-path.ts';

it.each([
  '/',
  '/api/views',
  '/api/devices/x/endpoints/ipcam.device.reboot',
  '/live/a_b-c?tile=1&to=//x/../%2f',
  '/assets/main-1a2b.js',
])('reads %s in one way', (url) => {
  expect(isPlainPath(url)).toBe(true);
});

it.each([
  '',
  'api',
  '*',
  '//api',
  '/api//x',
  '/api\\x',
  '/./api',
  '/api/..',
  '/api/../x',
  '/api/%2e%2e/x',
  '/api/%2E./x',
  '/api%2fx',
  '/api%5Cx',
  '/api;a=1',
  '/api%3ba',
  '/api/%252e',
  '/api/x%00',
  '/api/x%0d%0a',
  '/api/..?a',
])('refuses %j', (url) => {
  expect(isPlainPath(url)).toBe(false);
});
