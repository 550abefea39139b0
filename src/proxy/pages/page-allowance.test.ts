import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Endpoint, Protocol } from '../../protocols/protocol.ts';
import { allowedTarget } from './page-allowance.ts';

const row: Endpoint = {
  id: 'info',
  method: 'GET',
  path: '/api/info',
  query: z.object({}),
  reply: 'json',
  role: 'viewer',
  danger: 'safe',
  summary: '',
  section: '',
};
const endpoints: readonly Endpoint[] = [
  row,
  { ...row, id: 'channel', path: '/api/channel/{id}' },
  { ...row, id: 'reboot', path: '/api/system', danger: 'disruptive' },
  { ...row, id: 'system', path: '/api/system' },
  { ...row, id: 'users', path: '/api/users', secretReply: true },
  { ...row, id: 'settings', path: '/api/settings', role: 'administrator' },
  { ...row, id: 'push', path: '/api/push', method: 'POST' },
  { ...row, id: 'script', path: '/run.js', danger: 'destructive' },
];
const protocol: Protocol = {
  id: 'fake',
  name: 'Fake',
  document: 'None',
  defaultPort: 80,
  authentication: { kind: 'basic' },
  transport: 'standard',
  endpoints,
  recognition: { target: () => '/', judge: () => null },
  operations: {},
};
const pages = ['/watch?ch=1', '/watch?ch=2'];

describe('allowedTarget', () => {
  it.each([
    ['/watch?ch=1&when=x', '/watch?ch=1&when=x'],
    ['/watch', '/watch'],
    ['/watch/frame?ch=1', '/watch/frame?ch=1'],
    ['/watch/player.js', '/watch/player.js'],
    ['/js/app.js?v=2', '/js/app.js?v=2'],
    ['/api/info?apiVersion', '/api/info?apiVersion'],
    ['/api/channel/7', '/api/channel/7'],
    ['/watch?ch=1&auth=ZGVtbzpkZW1v', '/watch?ch=1'],
    ['/watch?%61uth=x&PWD=y&ch=2', '/watch?ch=2'],
    ['/watch?', '/watch'],
  ])('lets %s through as %s', (url, target) => {
    expect(allowedTarget(url, protocol, pages)).toBe(target);
  });

  it.each([
    '/',
    '/index',
    '/watcher',
    '/api/system?reboot',
    '/api/system',
    '/api/users',
    '/api/settings',
    '/api/push',
    '/api/unknown',
    '/api/channel/7/delete',
    '/run.js',
    '/../etc/passwd',
    '/watch/../api/system',
    '/watch/./frame',
    '//other.example/x.js',
    '/watch//frame',
    '/watch%2f..%2fapi',
    '/watch\\x.js',
    'http://other.example/x.js',
    '/watch\u0000.js',
    `/watch?${'x'.repeat(5000)}`,
  ])('stops %j', (url) => {
    expect(allowedTarget(url, protocol, pages)).toBeNull();
  });
});
