import { DeviceError } from '../../domain/device-error.ts';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

export interface FootageFile {
  readonly title: string;
  readonly channel: string | undefined;
  /** Path of the file on the registered origin. */
  readonly target: string;
  readonly contentType: string;
  readonly bytes: number | undefined;
  /** When the file was last written, epoch ms. */
  readonly updatedMs: number | undefined;
}

export interface FootageFeed {
  readonly files: readonly FootageFile[];
  /** What to send for the files that follow; absent at the end. */
  readonly continuation: string | undefined;
  /** Of the server now, in minutes east of UTC. */
  readonly offsetMinutes?: number | undefined;
}

/** A value that some servers send at the end in place of none. */
const noMore = /^F{16}$/i;
/** The rest of an address, such as a host or a token, is not ours to follow. */
const filePath =
  /(?:^|\/)(?:\+\+)?(getfile(?:hb|lb)?\/\d{1,4}\/\d{4}-\d{2}-\d{2}\/(?!\.{1,2}(?:[?#]|$))[^/?#\s]{1,512})(?:[?#]|$)/;

/**
 * Reads `download` with `format=xml`, by local names: servers declare their namespaces differently.
 * Entries without a file are left out.
 * @throws DeviceError `malformed-reply` for anything but a feed
 */
export function readFootageFeed(text: string, operation: string): FootageFeed {
  const feed = parseXml(text, operation);
  if (feed.name !== 'feed') {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation, detail: 'feed' });
  }
  const continuation = textOf(feed, 'continuation');
  const seconds = /^[+-]?\d{1,5}$/.exec(textOf(feed, 'gmt-offset') ?? '')?.[0];
  return {
    files: childrenOf(feed, 'entry').flatMap((entry) => toFile(entry) ?? []),
    continuation:
      continuation === undefined || noMore.test(continuation) ? undefined : continuation,
    offsetMinutes: seconds === undefined ? undefined : Math.round(Number(seconds) / 60),
  };
}

/**
 * The links of the page that servers send in place of a feed. It tells neither ends nor sizes, and
 * where it has no link it may as well be a page to sign in with.
 * @throws DeviceError `malformed-reply` for a page without a link to a file
 */
export function readFootagePage(text: string, operation: string): FootageFeed {
  const links = text.matchAll(/\bhref\s*=\s*["']([^"'<>]{1,1024})["']/gi);
  const targets = Array.from(links, ([, address = '']) => pathOf(address.replaceAll('&amp;', '&')));
  const files = [...new Set(targets)]
    .filter((target) => target !== undefined)
    .map((target) => ({
      title: '',
      channel: undefined,
      target,
      contentType: '',
      bytes: undefined,
      updatedMs: undefined,
    }));
  if (files.length === 0) throw new DeviceError('malformed-reply', 'html-page', { operation });
  return { files, continuation: undefined };
}

/** Path of a file on the registered origin, whatever else stands in an address. */
function pathOf(address: string): string | undefined {
  const path = filePath.exec(address)?.[1];
  return path === undefined ? undefined : `/++${path}`;
}

function toFile(entry: XmlElement): FootageFile | undefined {
  const link = childOf(entry, 'link')?.attributes;
  const target = pathOf(link?.get('href') ?? '');
  if (link === undefined || target === undefined) return undefined;
  const length = link.get('length') ?? '';
  const updatedMs = Date.parse(textOf(entry, 'updated') ?? '');
  const camera = /^\d{1,4}$/.exec(textOf(entry, 'cameraNum') ?? '')?.[0];
  return {
    title: textOf(entry, 'title') ?? '',
    channel: camera === undefined ? undefined : String(Number(camera)),
    target,
    contentType: link.get('type') ?? '',
    bytes: /^\d{1,15}$/.test(length) ? Number(length) : undefined,
    updatedMs: Number.isNaN(updatedMs) ? undefined : updatedMs,
  };
}
