import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { ownHosts } from './access/own-hosts.ts';
import type { ProxyParts } from './api/proxy-parts.ts';
import { SocketUpgrades } from './api/socket-upgrades.ts';
import { buildApp } from './build-app.ts';
import { composeParts, stopParts } from './compose-parts.ts';
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
}

/** The proxy without a listener, to be mounted in any HTTP server. */
export interface MountedProxy {
  readonly options: ProxyOptions;
  readonly parts: ProxyParts;
  /** Where people come in who cannot sign in with a password yet. */
  readonly signInPlaces: SignInPlaces;
  handle(request: IncomingMessage, response: ServerResponse): void;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  stop(): Promise<void>;
}

/** @throws StartFailure with a sentence for the person who starts it. */
export async function createProxy(create: CreateOptions = {}): Promise<MountedProxy> {
  const options = { ...readOptions([], create.environment ?? {}), ...create.options };
  const log = makeLog(options.log);
  const now = Date.now;
  const hosts = ownHosts(options, usesTls(options) ? 'https' : 'http', now);
  const tls = await openTls({
    listener: options,
    keyFile: options.keyFile,
    hosts,
    now,
    onFault: (fault) => {
      const operation = 'certificate';
      if (fault instanceof StartFailure) log.warn({ operation, reason: fault.message });
      else log.error({ fault, operation });
    },
  });
  const parts = await composeParts({ options, hosts, tls, log });
  const app = await buildApp(parts, log, options.appFolder);
  const sockets = new SocketUpgrades(socketRoutes(parts), { ...parts.access, hosts });
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
    handle: (request, response) => app.routing(request, response),
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    stop: async () => {
      await sockets.stop();
      await app.close();
      await stopParts(parts);
    },
  };
}
