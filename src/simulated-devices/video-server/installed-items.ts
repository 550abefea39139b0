import type { ServerResponse } from 'node:http';
import { escapeMarkup } from '../http/markup.ts';
import { siteWord } from '../http/site-word.ts';
import { BoundedLog } from './bounded-log.ts';
import { sendHtml, sendNotFound, sendText, sendXml } from './replies.ts';

/** The sounds or the scripts on the server's disk, and which of them were used. */
export class InstalledItems {
  readonly used = new BoundedLog<string>();
  readonly #kind: 'sounds' | 'scripts';
  readonly #names: readonly string[];

  constructor(kind: 'sounds' | 'scripts', names: readonly string[]) {
    this.#kind = kind;
    this.#names = names;
  }

  has(name: string): boolean {
    return this.#names.includes(name);
  }

  sendList(query: URLSearchParams, response: ServerResponse): void {
    if (query.get('format') === 'xml') {
      const names = this.#names
        .map((name) => `<name>${escapeMarkup(siteWord('item', name))}</name>\n`)
        .join('');
      return void sendXml(response, `<${this.#kind}>\n${names}</${this.#kind}>\n`);
    }
    const action = this.#kind === 'sounds' ? '++doSound' : '++doScript';
    const links = this.#names.map(
      (name) =>
        `<p><a href="${action}?name=${encodeURIComponent(name)}">${escapeMarkup(siteWord('item', name))}</a></p>`,
    );
    const title = this.#kind === 'sounds' ? 'Sounds' : 'Scripts';
    return void sendHtml(response, title, links.join('\n'));
  }

  /** Plays a sound or runs a script, as a link of the list does. */
  use(query: URLSearchParams, response: ServerResponse): void {
    const name = query.get('name') ?? '';
    if (!this.has(name)) return void sendNotFound(response);
    this.used.add(name);
    return void sendText(response, 'OK');
  }
}

export const soundNames: readonly string[] = [
  'Door chime.aif',
  'Klaxon.aif',
  'Knock & enter.aif',
  'Two tones.aiff',
];

export const scriptNames: readonly string[] = [
  'Lights off.scpt',
  'Lights on.scpt',
  'Open the barrier.scpt',
];
