import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ownHosts } from './access/own-hosts.ts';
import type { Passwords } from './access/passwords.ts';
import type { LabelledRoute } from './access/policy.ts';
import type { ProxyParts } from './api/proxy-parts.ts';
import { type SocketRoute, SocketUpgrades } from './api/socket-upgrades.ts';
import { buildApp } from './build-app.ts';
import { composeParts, stopParts } from './compose-parts.ts';
import { realEnvironment } from './environment.ts';
import { makeLog } from './log.ts';
import { type ProxyOptions, readOptions } from './proxy-options.ts';
import { seedDevices, seedViews } from './seed-site.ts';
import { type SignInPlaces, signInPlaces } from './sign-in-places.ts';
import { socketRoutes } from './socket-routes.ts';
import { StartFailure } from './start-failure.ts';
import { openTls, usesTls } from './tls/open-tls.ts';

export interface CreateOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Stand above the environment. */
  readonly options?: Partial<ProxyOptions>;
  /** Epoch ms; the machine's own where absent. */
  readonly clock?: () => number;
  /** As dear as they are to guess where absent. */
  readonly passwords?: Passwords;
}

/** The proxy without a listener, to be mounted in any HTTP server. */
export interface MountedProxy {
  readonly options: ProxyOptions;
  readonly parts: ProxyParts;
  /** Where people come in who cannot sign in with a password yet. */
  readonly signInPlaces: SignInPlaces;
  /** The whole surface, with what each place asks of its caller. */
  readonly routes: readonly LabelledRoute[];
  readonly sockets: readonly Pick<SocketRoute, 'path' | 'policy'>[];
  handle(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): Promise<void>;
}

/** @throws StartFailure with a sentence for the person who starts it. */
export async function createProxy(create: CreateOptions = {}): Promise<MountedProxy> {
  const options = { ...readOptions([], create.environment ?? {}), ...create.options };
  const log = makeLog(options.log);
  const environment = { ...realEnvironment, ...(create.clock ? { now: create.clock } : {}) };
  const now = () => environment.now();
  const listener = { ...options, hostNames: [...options.hostNames, ...pageHosts(options)] };
  const hosts = ownHosts(listener, usesTls(options) ? 'https' : 'http', now);
  const tls = await openTls({
    listener,
    keyFile: options.keyFile,
    hosts,
    now,
    onFault: (fault) => {
      const operation = 'certificate';
      if (fault instanceof StartFailure) log.warn({ operation, reason: fault.message });
      else log.error({ fault, operation });
    },
  });
  const parts = await composeParts({
    ...{ options, hosts, tls, log, environment },
    passwords: create.passwords,
  });
  const app = await buildApp(parts, log, options.appFolder);
  const places = socketRoutes(parts);
  const sockets = new SocketUpgrades(places, { ...parts.access, hosts });
  const { seed } = options;
  if (seed) {
    seedDevices(seed, parts)
      .then(() => seedViews(seed, parts))
      .catch((fault: unknown) => log.error({ fault, operation: 'seed' }));
  }
  return {
    options,
    parts,
    signInPlaces: signInPlaces(parts.access),
    routes: app.labelledRoutes,
    sockets: places.map(({ path, policy }) => ({ path, policy })),
    handle: (request, response) => {
      if (!parts.pages.handle(request, response)) app.routing(request, response);
    },
    upgrade: (request, socket, head) => {
      if (!parts.pages.upgrade(request, socket, head)) sockets.upgrade(request, socket, head);
    },
    stop: async () => {
      // A camera that moves is stopped before anybody is told goodbye.
      await parts.control.stop();
      await sockets.stop();
      await app.close();
      await stopParts(parts);
    },
  };
}

/** The dashboard may stand at the base itself; the certificate holds for the hosts below it. */
function pageHosts({ pageBase }: ProxyOptions): readonly string[] {
  return pageBase === undefined ? [] : [pageBase, `*.${pageBase}`];
}
