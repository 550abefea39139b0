import { DeviceError } from '../../domain/device-error.ts';
import type { DeviceLink } from '../protocol.ts';
import { legacyEndpoint } from './endpoints.ts';
import { ptzFeature } from './ptz-features.ts';

/** A page of a dozen buttons is far shorter. */
const longestPage = 262_144;
const inAddress = /\bcommand=(\d{1,3})\b/gi;
const formTag = /<(?:button|input)\b[^>]{0,500}>/gi;
const namedCommand = /\bname\s{0,8}=\s{0,8}["']?command\b/i;
const valueOfTag = /\bvalue\s{0,8}=\s{0,8}["']?(\d{1,3})\b/i;

/** Failures that only say that this camera has no such page, or not for this account. */
const without: ReadonlySet<string> = new Set([
  'unsupported',
  'forbidden',
  'rejected',
  'malformed-reply',
]);

/**
 * What a camera can do where no list tells: the commands of the buttons on "PTZ controls HTML page",
 * as the bits of `ptzcapabilities`. 0 where there are none.
 */
export async function featuresOfPage(link: DeviceLink, cameraNum: number): Promise<number> {
  const endpoint = legacyEndpoint.controlsPage;
  try {
    // Taken as an answer: it speaks of a right that this account lacks, not of its password.
    const options = { acceptStatus: [401] };
    const { status, text } = await link.call({ endpoint, query: { cameraNum } }, options);
    return status === 401 ? 0 : featuresIn(text);
  } catch (failure) {
    if (failure instanceof DeviceError && without.has(failure.kind)) return 0;
    throw failure;
  }
}

/** The document shows no such page, so any button, field or address that names a command counts. */
export function featuresIn(page: string): number {
  const text = page.slice(0, longestPage);
  const tags = Array.from(text.matchAll(formTag), ([tag]) => tag).filter((tag) =>
    namedCommand.test(tag),
  );
  const commands = new Set([
    ...Array.from(text.matchAll(inAddress), ([, command]) => Number(command)),
    ...tags.map((tag) => Number(valueOfTag.exec(tag)?.[1])),
  ]);
  const bit = (feature: number, ...needed: readonly number[]) =>
    needed.every((command) => commands.has(command)) ? feature : 0;
  const moves = bit(ptzFeature.panTilt, 1, 2, 3, 4) | bit(ptzFeature.zoom, 5, 6);
  const places = bit(ptzFeature.home, 7) | bit(ptzFeature.presets, 12, 13, 14, 15, 16, 17, 18, 19);
  return moves | places | bit(ptzFeature.continuous, 99);
}
