import { zonedIso } from './zone-time.ts';

/** The three kinds of the document; null for none. */
export type SubtitleFormat = 'VTT' | 'SRT' | 'SMI' | null;

export function readFormat(text: string | null): SubtitleFormat | 'unknown' {
  if (text === null || text === '' || text === 'None') return null;
  return text === 'VTT' || text === 'SRT' || text === 'SMI' ? text : 'unknown';
}

/** The date and time of each second, as the recorder's own clock had it. */
export function subtitlesOf(
  format: Exclude<SubtitleFormat, null>,
  timeZone: string,
  fromMs: number,
  toMs: number,
): string {
  const seconds = Math.max(1, Math.ceil((toMs - fromMs) / 1000));
  const lines = Array.from({ length: seconds }, (_, at) => {
    const text = zonedIso(timeZone, fromMs + at * 1000)
      .slice(0, 19)
      .replace('T', ' ');
    if (format === 'SMI') return `<SYNC Start=${at * 1000}><P Class=ENUSCC>${text}`;
    const mark = format === 'VTT' ? '.' : ',';
    return `${format === 'SRT' ? `${at + 1}\n` : ''}${clock(at)}${mark}000 --> ${clock(at + 1)}${mark}000\n${text}\n`;
  });
  if (format === 'SMI') return `<SAMI><BODY>\n${lines.join('\n')}\n</BODY></SAMI>\n`;
  return `${format === 'VTT' ? 'WEBVTT\n\n' : ''}${lines.join('\n')}`;
}

function clock(second: number): string {
  const parts = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
