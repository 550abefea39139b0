import { describe, expect, it } from 'vitest';
import type { Endpoint, QueryValue } from '../protocol.ts';
import { endpoints } from './endpoints.ts';

const sections = ['general', 'display', 'storage', 'compression', 'email', 'web'];
const moves = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const presets = [1, 2, 3, 4, 5, 6, 7, 8];
const overrides = Array.from({ length: 15 }, (_, n) => n);

/**
 * The requests that the document describes, each parameter and each value of a list at least once,
 * in its order and in our own writing. `auth` is left out: the link signs in.
 */
const documented = [
  'GET video?cameraNum=0',
  'GET video?cameraNum=0&width=640&height=480&quality=50&fps=10&vcodec=jpeg',
  ...['h264', 'h265', 'h26x'].map((codec) => `GET video?cameraNum=3&vcodec=${codec}`),
  'GET video?cameraNum=0&width=640&height=480&quality=1&fps=10&vcodec=h264',
  'GET stream?cameraNum=0',
  ...['h264', 'h265', 'h26x'].map((codec) => `GET stream?cameraNum=0&vcodec=${codec}`),
  ...['aac', 'ulaw', 'pcm', 'none'].map((codec) => `GET stream?cameraNum=0&acodec=${codec}`),
  'GET stream?cameraNum=0&width=640&height=480&fps=10&vcodec=h264&acodec=none',
  'GET hls?cameraNum=0',
  ...['', '&quality=0', '&quality=1', '&quality=2'].map(
    (quality) => `GET hls_mediaplaylist?cameraNum=0${quality}`,
  ),
  'GET image?cameraNum=0',
  'GET image?cameraNum=0&width=640&height=480&quality=100',
  'GET multiplex?cameras=4',
  'GET multiplex?cameras=4,5,6,9&cropMode=1&format=0&fps=5&border=10&camInfo=1&hiRes=1',
  'GET multiplex?cameras=0&cropMode=2&format=1&border=0&camInfo=0&hiRes=0',
  'GET audio?cameraNum=0',
  'POST audio?cameraNum=0',
  'GET download?cameraNum=0',
  'GET download?cameraNum=0&ccFilesCheck=1&mcFilesCheck=1&imageFilesCheck=0&ageText=5',
  'GET download?cameraNum=0&date1Text=21/11/2025&date2Text=22/11/2025&format=list&results=50',
  'GET download?cameraNum=0&format=grid',
  'GET download?cameraNum=0&format=xml',
  'GET download?cameraNum=0&ccFilesCheck=1&format=xml&results=200&continuation=0007E3010C0E1D3A',
  'GET getfile/1/2019-01-22/22-01-2019 13-13-36 M Street.m4v',
  'GET getfilehb/1/2019-01-22/22-01-2019 13-13-36 M Street.m4v',
  'GET getfilelb/1/2019-01-22/22-01-2019 13-13-36 M Street.m4v',
  ...moves.map((command) => `GET ptz/command?cameraNum=0&command=${command}`),
  ...moves.map((command) => `GET ptz/command?cameraNum=0&command=${command}&speed=100`),
  ...presets.map((n) => `GET ptz/command?cameraNum=0&command=${11 + n}`),
  ...presets.map((n) => `GET ptz/command?cameraNum=0&command=${111 + n}`),
  'GET ptz/command?cameraNum=0&command=99',
  ...[0, 1, 2, 3, 20_189].map(
    (schedule) => `GET setSchedule?cameraNum=0&schedule=${schedule}&override=0&mode=CA`,
  ),
  ...overrides.map((n) => `GET setSchedule?cameraNum=0&schedule=1&override=${n}&mode=M`),
  ...['C', 'M', 'A', 'CMA'].map(
    (mode) => `GET setSchedule?cameraNum=-1&schedule=1&override=0&mode=${mode}`,
  ),
  'GET setPreset?id=100',
  // Larger than 32 bits.
  'GET setPreset?id=4294967299',
  'GET triggermd?cameraNum=0',
  'GET triggermd?cameraNum=-1',
  ...sections.map((section) => `POST settings-${section}`),
  'POST settings-cameras',
  'GET sounds',
  'GET sounds?format=html',
  'GET sounds?format=xml',
  'GET scripts',
  'GET scripts?format=html',
  'GET scripts?format=xml',
  'GET ptz/controls?cameraNum=0',
  'GET cameramodes?cameraNum=0',
  'GET getptzcapabilities?cameraNum=0',
  'GET systemInfo',
  'GET systemInfo?format=xml',
  'GET systemInfo?format=json',
  ...sections.flatMap((section) => [
    `GET settings-${section}?format=xml`,
    `GET settings-${section}?format=json`,
  ]),
  'GET settings-cameras?cameraNum=4&format=xml',
  'GET settings-cameras?cameraNum=4&format=json',
  'GET eventStream?version=3',
  'GET eventStream?version=3&format=multipart',
];

function readings(written: string): QueryValue[] {
  return [written, ...(/^-?\d+$/.test(written) ? [Number(written)] : [])];
}

function pathParameters(path: string, written: string): Record<string, string> | null {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const values = new RegExp(`^${path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(written)?.slice(1);
  return values
    ? Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']))
    : null;
}

/** Paths of the document are bare; ours have the prefix, but for forms. */
function covers(endpoint: Endpoint, request: string): boolean {
  const [, method, path = '', query = ''] = /^(\w+) ([^?]*)\??(.*)$/.exec(request) ?? [];
  const inPath = pathParameters(endpoint.path.replace(/^\/(?:\+\+)?/, ''), path);
  if (endpoint.method !== method || inPath === null) return false;
  const written: Record<string, string> = { ...inPath };
  for (const pair of query.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=');
    written[name] = value;
  }
  const { shape } = endpoint.query;
  const names = new Set([...Object.keys(shape), ...Object.keys(written)]);
  return [...names].every((name) => {
    const field = shape[name] as { safeParse(value: unknown): { success: boolean } } | undefined;
    const value = written[name];
    const options = value === undefined ? [undefined] : readings(value);
    return field !== undefined && options.some((option) => field.safeParse(option).success);
  });
}

describe('the documented requests', () => {
  it.each(documented)('%s has a row', (request) => {
    expect(endpoints.filter((endpoint) => covers(endpoint, request))).not.toEqual([]);
  });

  it.each(endpoints.map((endpoint) => endpoint.id))('%s is documented', (id) => {
    const endpoint = endpoints.filter((one) => one.id === id);
    expect(
      documented.filter((request) => endpoint.some((one) => covers(one, request))),
    ).not.toEqual([]);
  });

  it.each([
    'GET video',
    'GET video?cameraNum=-1',
    'GET video?cameraNum=0&quality=0',
    'GET video?cameraNum=0&quality=101',
    'GET video?cameraNum=0&vcodec=mp4v',
    'GET video?cameraNum=0&auth=Z3VhcmQ6c2VjcmV0',
    'GET stream?cameraNum=0&acodec=mp3',
    'GET hls_mediaplaylist?cameraNum=0&quality=3',
    'GET image?cameraNum=1.5',
    'GET multiplex?cameras=',
    'GET multiplex?cameras=1,,2',
    'GET multiplex?cameras=1&cropMode=3',
    'GET download?cameraNum=0&format=json',
    'GET download?cameraNum=0&format=list&continuation=0007E3010C0E1D3A',
    'GET download?cameraNum=0&ccFilesCheck=2',
    'GET getfile/1/22-01-2019/a.m4v',
    'GET getfile/1/2019-01-22/..',
    'GET getfile/1/2019-01-22/a\\b.m4v',
    'GET ptz/command?cameraNum=0&command=0',
    'GET ptz/command?cameraNum=0&command=20',
    'GET ptz/command?cameraNum=0&command=98',
    'GET ptz/command?cameraNum=0&command=111',
    'GET ptz/command?cameraNum=0&command=120',
    'GET ptz/command?cameraNum=0&command=1&speed=0',
    'GET ptz/command?cameraNum=0&command=1&speed=101',
    'GET setSchedule?cameraNum=0&schedule=1&override=15&mode=C',
    'GET setSchedule?cameraNum=0&schedule=-1&override=0&mode=C',
    'GET setSchedule?cameraNum=0&schedule=1&override=0&mode=CC',
    'GET setSchedule?cameraNum=0&schedule=1&override=0&mode=X',
    'GET setSchedule?cameraNum=-2&schedule=1&override=0&mode=C',
    'GET setSchedule?cameraNum=0&schedule=1&override=0',
    'GET settings-cameras?format=json',
    'GET settings-general',
    'GET settings-general?format=html',
    'GET settings-everything?format=json',
    'GET eventStream',
    'GET eventStream?version=1',
    'GET sounds?format=json',
    'GET anything',
  ])('%s has none', (request) => {
    expect(endpoints.filter((endpoint) => covers(endpoint, request))).toEqual([]);
  });
});
