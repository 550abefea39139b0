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
  return {
    files: childrenOf(feed, 'entry').flatMap((entry) => toFile(entry) ?? []),
    continuation:
      continuation === undefined || noMore.test(continuation) ? undefined : continuation,
  };
}

function toFile(entry: XmlElement): FootageFile | undefined {
  const link = childOf(entry, 'link')?.attributes;
  const path = filePath.exec(link?.get('href') ?? '')?.[1];
  if (link === undefined || path === undefined) return undefined;
  const length = link.get('length') ?? '';
  const updatedMs = Date.parse(textOf(entry, 'updated') ?? '');
  const camera = /^\d{1,4}$/.exec(textOf(entry, 'cameraNum') ?? '')?.[0];
  return {
    title: textOf(entry, 'title') ?? '',
    channel: camera === undefined ? undefined : String(Number(camera)),
    target: `/++${path}`,
    contentType: link.get('type') ?? '',
    bytes: /^\d{1,15}$/.test(length) ? Number(length) : undefined,
    updatedMs: Number.isNaN(updatedMs) ? undefined : updatedMs,
  };
}
