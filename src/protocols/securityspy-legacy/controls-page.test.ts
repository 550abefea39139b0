import { describe, expect, it } from 'vitest';
import { fakeLink } from '../fake-link.ts';
import { featuresIn, featuresOfPage } from './controls-page.ts';

const addresses = (...commands: number[]) =>
  commands
    .map((n) => `<a href="command?cameraNum=1&amp;command=${n}"><img src="${n}.gif"></a>`)
    .join('\n');

describe('the buttons of the page', () => {
  it.each([
    ['addresses', addresses(1, 2, 3, 4, 7), 1 + 2],
    ['scripts', '<a onclick="go(\'ptz/command?command=5\')">+</a> go("command=6")', 4],
    ['buttons', '<button name="command" value="5">+</button><button name=command value=6>-', 4],
    ['fields', "<input value='7' type=hidden name='command'>", 2],
    ['presets', addresses(12, 13, 14, 15, 16, 17, 18, 19), 8],
    ['a stop', addresses(1, 2, 3, 4, 5, 6, 99), 1 + 4 + 32],
    ['half of a direction', addresses(1, 2, 5), 0],
    ['other fields', '<input name="cameraNum" value="7"><input name="commander" value="7">', 0],
    ['nothing', '<p>This camera does not move.</p>', 0],
    ['longer numbers', addresses(700, 1234), 0],
  ])('are found in %s', (_, page, features) => {
    expect(featuresIn(page)).toBe(features);
  });

  it('are looked for in a megabyte of open tags without delay', () => {
    expect(featuresIn('<input '.repeat(150_000))).toBe(0);
  });
});

describe('featuresOfPage', () => {
  it.each([401, 403, 404, 500])('is nothing where the page is not for us: %i', async (status) => {
    const link = fakeLink({ answers: { 'ptz.page': { status } } });
    await expect(featuresOfPage(link, 1)).resolves.toBe(0);
  });
});
