import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import { footageFeed } from './fixtures/footage-feed.ts';
import { pastEvents } from './past-events.ts';

const fileMs = Date.parse('2025-11-21T06:31:50Z');
const range = { fromMs: Date.parse('2025-11-20T18:00:00Z'), toMs: fileMs + 1 };
const name = '21-11-2025 12-00-26 M Gate.m4v';
const ended = footageFeed.replace('0007E3010C0E1D3A', 'FFFFFFFFFFFFFFFF');

function server(list: FakeAnswer | ((query: object) => FakeAnswer)) {
  const info = {
    server: { version: '6.20', 'seconds-from-gmt': 19_800 },
    'camera-list': [{ number: 4 }, { number: 5, permissions: 513 }, {}],
  };
  return recordingLink({
    answers: { 'system.info': { text: JSON.stringify(info) }, 'footage.list': list },
  });
}

describe('listPastEvents', () => {
  it('tells what was captured, by the days of the server, of the cameras whose files it may have', async () => {
    const { link, calls } = server({ text: ended });
    expect(await pastEvents.listPastEvents(link, range)).toEqual({
      complete: false,
      events: [
        {
          channel: '4',
          deviceAtMs: fileMs,
          incident: `file-4-${name}`,
          fact: { topic: 'file', path: name },
        },
      ],
    });
    expect(calls.slice(1)).toEqual([
      'footage.list?cameraNum=4&date1=2025-11-20&date2=2025-11-21&format=xml',
    ]);
  });

  it.each([
    { ...range, toMs: fileMs },
    { fromMs: fileMs + 1, toMs: fileMs + 2 },
  ])('leaves out what lies outside of %o', async (outside) => {
    const { link } = server({ text: ended });
    expect((await pastEvents.listPastEvents(link, outside)).events).toEqual([]);
  });

  it('goes on where there is more, and stops where a server goes round', async () => {
    const { link, calls } = server({ text: footageFeed });
    expect((await pastEvents.listPastEvents(link, range)).events).toHaveLength(2);
    expect(calls.at(-1)).toContain('continuation=0007E3010C0E1D3A');
    expect(calls).toHaveLength(3);
    let page = 0;
    const endless = server(() => {
      page += 1;
      return { text: footageFeed.replace('0007E3010C0E1D3A', `PAGE${page}`) };
    });
    await pastEvents.listPastEvents(endless.link, range);
    expect(page).toBe(5);
  });

  it.each([401, 403])(
    'takes status %i for a missing right, not for a wrong password',
    async (status) => {
      const { link } = server({ status });
      const listing = pastEvents.listPastEvents(link, range);
      await expect(listing).rejects.toMatchObject({ kind: 'forbidden', reason: 'no-permission' });
    },
  );
});
