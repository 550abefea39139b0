import { describe, expect, it } from 'vitest';
import type { Endpoint, QueryValue } from '../protocol.ts';
import { endpoints } from './endpoints.ts';

/** Every request of the document: its examples as printed, and each value that its lists name. */
const documented = [
  'GET /++viewlive?cameraNum=1',
  'GET /++viewlive?cameraNum=1&imageSize=640x480&viewMethod=0',
  'GET /++viewlive?cameraNum=1&imageSize=scale2',
  'GET /++viewlive?cameraNum=1&imageSize=scale0.5',
  ...[0, 1, 2, 3, 4, 5].map((method) => `GET /++viewlive?cameraNum=1&viewMethod=${method}`),
  'GET /++image?cameraNum=1',
  'GET /++image?cameraNum=1&width=640&height=480&quality=50',
  'GET /++image?cameraNum=1&quality=0',
  'GET /++image?cameraNum=1&quality=100',
  'GET /++video?cameraNum=1',
  'GET /++video?cameraNum=1&width=640&height=480&quality=50&req_fps=10',
  'GET /++video?codec=mp4v&cameraNum=1',
  'GET /++video?codec=mp4v&cameraNum=1&width=640&height=480&quality=50&req_fps=10',
  'GET /++ptz/controls?cameraNum=1',
  ...[
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    ...[12, 13, 14, 15, 16, 17, 18, 19],
    99,
    ...[112, 113, 114, 115, 116, 117, 118, 119],
  ].map((command) => `GET /++ptz/command?cameraNum=1&command=${command}`),
  'GET /++ssControlActiveMode?cameraNum=1',
  'GET /++ssControlPassiveMode?cameraNum=1',
  'GET /++download?cameraNum=1',
  'GET /++download?cameraNum=1&fileTypeMenu=b&ageText=5',
  'GET /++download?cameraNum=1&fileTypeMenu=m&format=html',
  'GET /++download?cameraNum=1&fileTypeMenu=i&format=xml',
  'GET /++download?cameraNum=1&date1Text=01/02/09&date2Text=28/02/09',
  'GET /++getfile/1/2009-02-01/Gate.m4v',
  'GET /++camerastatus?cameraNum=1',
  'GET /++sounds',
  'GET /++scripts',
];

/** What servers answer beyond the document. */
const beyond = [
  'GET /++systemInfo',
  'GET /++camerastatus?cameraNum=0',
  'GET /++download?cameraNum=0&date1Text=2009-02-01&date2Text=2009-02-28',
  'GET /++download?cameraNum=0&date1Text=02/01/2009&format=xml',
  'GET /++eventStream?version=2',
  'GET /++doSound?name=Bell%20ring.aif',
  'GET /++doScript?name=Open%20gate.scpt',
  'GET /++getfile/0/2018-10-17/10-17-2018%20M%20Gate.m4v',
];

const refused = [
  'GET /++viewlive',
  'GET /++viewlive?cameraNum=1&viewMethod=6',
  'GET /++viewlive?cameraNum=1&method=0',
  'GET /++viewlive?cameraNum=1&imageSize=scale0',
  'GET /++image?cameraNum=-1',
  'GET /++image?cameraNum=1&quality=101',
  'GET /++image?cameraNum=1&width=0',
  'GET /++video?cameraNum=1&codec=h264',
  'GET /++video?cameraNum=1&fps=10',
  'GET /++video?cameraNum=1&auth=Z3VhcmQ6c2VjcmV0',
  ...[0, 20, 98, 100, 111, 120].map(
    (command) => `GET /++ptz/command?cameraNum=1&command=${command}`,
  ),
  'GET /++ptz/command?cameraNum=1',
  'GET /++ssControlActiveMode',
  'GET /++download?cameraNum=1&fileTypeMenu=x',
  'GET /++download?cameraNum=1&date1Text=yesterday',
  'GET /++download?cameraNum=1&date1Text=01/02-09',
  'GET /++download?cameraNum=1&ageText=-1',
  'GET /++download?cameraNum=1&format=json',
  'GET /++getfile/1/2009-02-01/..',
  'GET /++getfile/1/2009-02-01/a%2Fb.m4v',
  'GET /++getfile/1/2009-2-1/Gate.m4v',
  'GET /++doSound',
  'GET /image?cameraNum=1',
];

function readings(text: string): QueryValue[] {
  return /^-?\d+$/.test(text) ? [text, Number(text)] : [text];
}

/** Whether a row takes a request as it is written, with its path parameters. */
function takes(endpoint: Endpoint, request: string): boolean {
  const [method, target = ''] = request.split(' ');
  const [path = '', query = ''] = target.split('?');
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const literal = endpoint.path.replace(/\+/g, '\\+').replace(/\{\w+\}/g, '([^/]+)');
  const inPath = new RegExp(`^${literal}$`).exec(path)?.slice(1);
  if (endpoint.method !== method || inPath === undefined) return false;
  const pairs = names.map((name, at) => [name, inPath[at] ?? ''] as const);
  for (const [name, value] of new URLSearchParams(query)) pairs.push([name, value]);
  const written = new Map(pairs.map(([name, value]) => [name, decodeURIComponent(value)]));
  const { shape } = endpoint.query;
  return [...new Set([...Object.keys(shape), ...written.keys()])].every((name) => {
    const field = shape[name];
    const value = written.get(name);
    const options = value === undefined ? [undefined] : readings(value);
    return field !== undefined && options.some((option) => accepts(field, option));
  });
}

function accepts(field: unknown, value: unknown): boolean {
  return (field as { safeParse(value: unknown): { success: boolean } }).safeParse(value).success;
}

describe('the documented requests', () => {
  it.each([...documented, ...beyond])('%s has one row', (request) => {
    expect(endpoints.filter((row) => takes(row, request))).toHaveLength(1);
  });

  it.each(endpoints.map((row) => [row.id, row] as const))('%s is asked for somewhere', (_, row) => {
    expect([...documented, ...beyond].some((request) => takes(row, request))).toBe(true);
  });

  it.each(refused)('%s has none', (request) => {
    expect(endpoints.filter((row) => takes(row, request))).toEqual([]);
  });

  it('stand under the eleven headings of the document', () => {
    const sections = new Set(endpoints.map(({ section }) => section));
    sections.delete('not in the document; servers of its age answer it');
    expect(sections.size).toBe(11);
  });
});

describe('what the rows allow', () => {
  const idsWhere = (field: 'danger' | 'role', value: string) =>
    endpoints.filter((row) => row[field] === value).map(({ id }) => id);

  it('asks before anything that somebody at the site would notice', () => {
    expect(idsWhere('danger', 'disruptive').sort()).toEqual([
      'mode.set-passive',
      'ptz.preset-save',
      'script.run',
      'sound.play',
    ]);
    expect(idsWhere('danger', 'destructive')).toEqual([]);
  });

  it('leaves scripts and the inside of the network to administrators, and lets viewers only look', () => {
    expect(idsWhere('role', 'administrator').sort()).toEqual([
      'script.list',
      'script.run',
      'system.info',
    ]);
    expect(endpoints.filter(({ secretReply }) => secretReply).map(({ id }) => id)).toEqual([
      'system.info',
    ]);
    const viewers = endpoints.filter(({ role }) => role === 'viewer');
    expect(viewers.filter(({ danger }) => danger !== 'safe')).toEqual([]);
  });
});
