import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { type AddressRange, parseRange } from './link/address-policy.ts';
import type { LogOptions } from './log.ts';
import { StartFailure } from './start-failure.ts';
import {
  type ListenerOptions,
  listenerFlags,
  readListenerOptions,
} from './tls/listener-options.ts';

const siteFileSchema = z.object({
  name: z._default(z.string(), 'Demo site'),
  devices: z.array(
    z.object({
      name: z.string(),
      protocol: z.string(),
      origin: z.string(),
      /** Path and query behind the origin, for protocols that use one. */
      entryTarget: z._default(z.string(), '/'),
      username: z._default(z.string(), ''),
      password: z._default(z.string(), ''),
    }),
  ),
  /** Walls to begin with, each of all cameras of some devices; one of all where there are none. */
  views: z._default(z.array(z.object({ name: z.string(), devices: z.array(z.string()) })), []),
});
/** A site whose devices are registered at the start, unless they are already. */
export type SeedSite = z.infer<typeof siteFileSchema>;

export interface ProxyOptions extends ListenerOptions {
  /** 0 for any free port. */
  readonly port: number;
  readonly dataFolder: string;
  readonly keyFile: string;
  /** Folder of the built app; null where something else serves it. */
  readonly appFolder: string | null;
  readonly seed: SeedSite | null;
  /** Whether devices may live on this very machine. */
  readonly allowLoopback: boolean;
  /** Ranges outside private networks where devices may live as well. */
  readonly allowedRanges: readonly AddressRange[];
  /** Ports for device pages; empty for those beside the port that the dashboard is reached at. */
  readonly pagePorts: readonly number[];
  /** Device pages get hosts of their own below this name. */
  readonly pageBase?: string | undefined;
  /** Program that repackages RTSP, by name or path. */
  readonly ffmpeg: string;
  /** How long the record keeps a line. */
  readonly auditDays: number;
  /** How long an export is kept after its end. */
  readonly exportDays: number;
  /** How long the journal keeps an event. */
  readonly eventDays: number;
  readonly log: LogOptions;
}

const defaultPort = 7000;
/** Apart from the ports around ours, where people put other things. */
const firstPagePort = 100;
const pagePortCount = 16;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/**
 * Options of the command line, else of the environment, else the defaults.
 * @throws StartFailure that names the option in fault
 */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): ProxyOptions {
  const given = parse(args);
  const seedText = given.demo ?? environment.WATCHFLOOR_DEMO;
  const seed = seedText ? readSeed(seedText) : null;
  const port = readPort(given.port ?? environment.PORT ?? String(defaultPort));
  const level = logLevels.find((one) => one === environment.WATCHFLOOR_LOG) ?? 'warn';
  return {
    ...readListenerOptions(given, environment),
    port,
    dataFolder: path.resolve(given.data ?? environment.WATCHFLOOR_DATA ?? 'var/data'),
    keyFile: path.resolve(
      given['key-file'] ?? environment.WATCHFLOOR_KEY_FILE ?? 'var/keys/master.key',
    ),
    appFolder: path.resolve(given.app ?? 'dist/app'),
    seed,
    allowLoopback: given['allow-loopback'] ?? seed !== null,
    allowedRanges: readRanges(
      given['allow-address'] ?? environment.WATCHFLOOR_ALLOW_ADDRESSES?.split(/[\s,]+/) ?? [],
    ),
    // Beside a port that nobody chose, none can be counted on.
    pagePorts:
      port === 0 || port + firstPagePort + pagePortCount > 65535
        ? []
        : Array.from({ length: pagePortCount }, (_, index) => port + firstPagePort + index),
    pageBase: readPageBase(given['page-base'] ?? environment.WATCHFLOOR_PAGE_BASE),
    ffmpeg: environment.WATCHFLOOR_FFMPEG ?? 'ffmpeg',
    auditDays: readDays(given['audit-days'] ?? environment.WATCHFLOOR_AUDIT_DAYS ?? '90', 'record'),
    eventDays: readDays(
      given['event-days'] ?? environment.WATCHFLOOR_EVENT_DAYS ?? '30',
      'journal',
    ),
    exportDays: readDays(
      given['export-days'] ?? environment.WATCHFLOOR_EXPORT_DAYS ?? '14',
      'export',
    ),
    log: { level },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        ...listenerFlags,
        data: { type: 'string' },
        'key-file': { type: 'string' },
        'audit-days': { type: 'string' },
        'event-days': { type: 'string' },
        'export-days': { type: 'string' },
        app: { type: 'string' },
        demo: { type: 'string' },
        'allow-loopback': { type: 'boolean' },
        'allow-address': { type: 'string', multiple: true },
        'page-base': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new StartFailure(error instanceof Error ? error.message : 'Unknown option.');
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
  throw new StartFailure('The port must be a number from 0 to 65535.');
}

function readPageBase(text = ''): string | undefined {
  const base = text.toLowerCase().replace(/^\*\./, '');
  if (base === '') return undefined;
  if (/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/.test(base)) return base;
  throw new StartFailure('The page base must be a host name with a dot, such as cams.example.lan.');
}

function readRanges(texts: readonly string[]): readonly AddressRange[] {
  return texts
    .filter((text) => text !== '')
    .map((text) => {
      const range = parseRange(text);
      if (range !== null) return range;
      throw new StartFailure(
        `--allow-address takes an IP address or a range such as 203.0.113.0/24, not "${text}".`,
      );
    });
}

function readDays(text: string, what: 'record' | 'journal' | 'export'): number {
  const days = Number(text);
  if (/^\d{1,4}$/.test(text) && days >= 1) return days;
  throw new StartFailure(`The days for which the ${what} is kept must be a number from 1 to 9999.`);
}

/** The site as JSON, or the name of a file that holds it. */
function readSeed(text: string): SeedSite {
  try {
    const json = text.trimStart().startsWith('{') ? text : readFileSync(text, 'utf8');
    return siteFileSchema.parse(JSON.parse(json));
  } catch {
    throw new StartFailure(
      'The demo site cannot be read. Give JSON as {"name", "devices": [{"name", "protocol", "origin", "username", "password"}]}, or a file that holds it.',
    );
  }
}
