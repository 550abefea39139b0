import { expect, test } from 'vitest';
import { splitAddress } from './split-address.ts';

test.each([
  ['192.168.1.20', { address: '192.168.1.20' }],
  ['  nvr.lan:8080 ', { address: 'nvr.lan:8080' }],
  ['http://[fe80::1]:80/x?a=1#b', { address: 'http://[fe80::1]:80/x?a=1#b' }],
  ['http://cam/a@b?mail=x@y', { address: 'http://cam/a@b?mail=x@y' }],
  [
    'http://admin:s3cret@192.168.1.20:8080/video',
    { address: 'http://192.168.1.20:8080/video', username: 'admin', password: 's3cret' },
  ],
  ['admin:pw@nvr.lan', { address: 'nvr.lan', username: 'admin', password: 'pw' }],
  ['http://admin@nvr.lan', { address: 'http://nvr.lan', username: 'admin' }],
  ['http://a:p@ss:w@cam/', { address: 'http://cam/', username: 'a', password: 'p@ss:w' }],
  ['http://a%40b:%25%3A@cam', { address: 'http://cam', username: 'a@b', password: '%:' }],
  ['http://a:100%@cam', { address: 'http://cam', username: 'a', password: '100%' }],
  [
    'http://cam/videostream.cgi?user=admin&pwd=12%2634&rate=0',
    { address: 'http://cam/videostream.cgi?rate=0', username: 'admin', password: '12&34' },
  ],
  [
    'cam/snapshot.cgi?loginuse=root&loginpas=',
    { address: 'cam/snapshot.cgi', username: 'root', password: '' },
  ],
])('%s', (typed, expected) => {
  expect(splitAddress(typed)).toEqual(expected);
});

test('a second pass finds nothing more', () => {
  const { address } = splitAddress('https://a:b@cam:81/v.cgi?user=x&pwd=y&size=2');
  expect(splitAddress(address)).toEqual({ address: 'https://cam:81/v.cgi?size=2' });
});
