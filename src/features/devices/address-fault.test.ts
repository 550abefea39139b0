import '../../messages/use-devices.ts';

import { expect, test } from 'vitest';
import { addressFault } from './address-fault.ts';

test.each([
  '192.168.1.20',
  'nvr',
  'nvr.lan:8080',
  'http://nvr.lan',
  'ws://media.lan:8000/live/gate.flv',
  'wss://media.lan/live/gate.flv',
  'rtsp://cam/stream',
  'rtsps://cam:322/stream',
  'HTTPS://nvr.lan:8443/path?x=1',
  '[fe80::1]',
  'http://[fe80::1]:8080/',
  'admin:p:w@nvr.lan:80',
])('%s may be tried', (typed) => {
  expect(addressFault(typed)).toBeUndefined();
});

test.each([
  ['', /192\.168\.1\.20/],
  ['   ', /Enter the address/],
  ['nvr one', /no spaces/],
  ['rtmp://cam/stream', /rtmp:\/\/.*http:\/\//],
  ['ftp://cam', /ftp:\/\//],
  ['http://', /name or IP address/],
  [':8080', /name or IP address/],
  ['nvr:0', /1 to 65535/],
  ['nvr:65536', /1 to 65535/],
  ['nvr:http', /1 to 65535/],
  [`http://nvr/${'x'.repeat(2048)}`, /longer/],
])('%s gets a sentence', (typed, sentence) => {
  expect(addressFault(typed)).toMatch(sentence);
});
