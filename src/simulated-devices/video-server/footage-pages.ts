import { zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { escapeMarkup } from '../http/markup.ts';
import { siteWord } from '../http/site-word.ts';
import { type CapturedFile, endOf } from './captured-file.ts';
import type { Footage } from './footage.ts';
import type { FootagePage } from './footage-query.ts';

export function mediaType({ kind }: CapturedFile): string {
  return kind === 'image' ? 'image/jpeg' : 'video/quicktime';
}

/** Relative, with `+` for a blank, as captured feeds have it. */
function addressOf({ cameraNum, folder, name }: CapturedFile): string {
  return `++getfile/${cameraNum}/${folder}/${encodeURIComponent(name).replaceAll('%20', '+')}`;
}

/** The Atom-like feed of `format=xml`; `end` stands for the continuation of the last page. */
export function footageFeed(
  page: FootagePage,
  footage: Footage,
  zone: string,
  nowMs: number,
  end: string | null,
): string {
  const continuation = page.continuation ?? end;
  const entries = page.files.map((file) =>
    [
      '<entry>',
      `<title>${escapeMarkup(siteWord('file', file.name))}</title>`,
      `<link rel="alternate" type="${mediaType(file)}" length="${footage.lengthOf(file)}" href="${escapeMarkup(addressOf(file))}"/>`,
      `<updated>${new Date(endOf(file)).toISOString().replace('.000Z', 'Z')}</updated>`,
      `<bsl:cameraNum>${file.cameraNum}</bsl:cameraNum>`,
      '</entry>',
    ].join(''),
  );
  return [
    '<feed xmlns:bsl="http://www.bensoftware.com/">',
    '<title>Captured files</title>',
    `<gmt-offset>${zoneOffsetMinutes(nowMs, zone) * 60}</gmt-offset>`,
    ...(continuation === null ? [] : [`<continuation>${continuation}</continuation>`]),
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** The body of the page of `format=list`, `grid` or `html`. */
export function footageList(page: FootagePage, footage: Footage): string {
  const rows = page.files.map((file) => {
    const kibibytes = Math.ceil(footage.lengthOf(file) / 1024);
    return `<tr><td>${file.cameraNum}</td><td><a href="${escapeMarkup(addressOf(file))}">${escapeMarkup(siteWord('file', file.name))}</a></td><td>${kibibytes} KB</td></tr>`;
  });
  return `<table>\n${rows.join('\n')}\n</table>`;
}
