import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { requirePolicy } from '../access/access-hooks.ts';
import { authorize, callerOf } from '../access/authorize.ts';
import type { Policy } from '../access/policy.ts';
import { allowedHost, type HostRule, isOwnOrigin } from '../access/same-site.ts';
import { bareReply } from './security-headers.ts';

const goingAway = 1001;
const closeGraceMs = 500;

export interface SocketRoute {
  readonly path: string;
  readonly policy: Policy;
  readonly accept: (socket: WebSocket, query: URLSearchParams) => void;
}

/** The types of ws lag behind its options. */
const options: ServerOptions & { maxFragments: number } = {
  noServer: true,
  clientTracking: true,
  perMessageDeflate: false,
  // Only short requests come in.
  maxPayload: 16 * 1024,
  maxFragments: 64,
};

/** All WebSockets of the proxy: a closed list of paths, each with its label. */
export class SocketUpgrades {
  readonly #server = new WebSocketServer(options);
  readonly #routes: ReadonlyMap<string, SocketRoute>;
  readonly #hosts: HostRule;

  /** @throws StartFailure for a route without a policy label */
  constructor(routes: readonly SocketRoute[], hosts: HostRule) {
    for (const route of routes) requirePolicy(route.policy, `WebSocket ${route.path}`);
    this.#routes = new Map(routes.map((route) => [route.path, route]));
    this.#hosts = hosts;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Browsers reset sockets at will; before ws takes over nobody else listens.
    socket.on('error', () => socket.destroy());
    const admitted = this.#admit(request);
    if (typeof admitted === 'string') {
      socket.end(bareReply(admitted));
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (accepted) => {
      admitted.route.accept(accepted, admitted.query);
    });
  }

  /** @returns the status line of the refusal where there is one */
  #admit(
    request: IncomingMessage,
  ): string | { readonly route: SocketRoute; readonly query: URLSearchParams } {
    const [path, search] = (request.url ?? '').split('?');
    const host = allowedHost(request, this.#hosts);
    if (host === null) return '421 Misdirected Request';
    const route = this.#routes.get(path ?? '');
    if (!route) return '404 Not Found';
    if (!isOwnOrigin(request, host)) return '403 Forbidden';
    const query = new URLSearchParams(search);
    const cameraId = query.get('camera') ?? undefined;
    const may = authorize(callerOf(request), route.policy, cameraId);
    return may ? { route, query } : '403 Forbidden';
  }

  /** Says goodbye to every window, and does not wait for those that do not answer. */
  async stop(): Promise<void> {
    const gone = [...this.#server.clients].map(
      (socket) =>
        new Promise<void>((resolve) => {
          const timer = setTimeout(() => socket.terminate(), closeGraceMs);
          socket.once('close', () => {
            clearTimeout(timer);
            resolve();
          });
          socket.close(goingAway);
        }),
    );
    await Promise.all(gone);
    this.#server.close();
  }
}
