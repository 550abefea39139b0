import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { closeCodes } from '../../api/routes.ts';
import { requirePolicy } from '../access/access-hooks.ts';
import { authorize } from '../access/authorize.ts';
import { type Caller, nobody } from '../access/caller.ts';
import type { Gate } from '../access/gate.ts';
import type { Policy } from '../access/policy.ts';
import { allowedHost, type HostRule, isOwnOrigin, schemeAt } from '../access/same-site.ts';
import type { Sessions } from '../access/sessions.ts';
import type { SignInDesk } from '../access/sign-in.ts';
import { bareReply } from './security-headers.ts';

const goingAway = 1001;
const closeGraceMs = 500;

/** Who opened a socket. */
export interface SocketVisit {
  readonly query: URLSearchParams;
  /** By the rights of this moment: they change while a socket is open. */
  readonly caller: () => Caller;
  readonly address: string;
}

export interface SocketRoute {
  readonly path: string;
  readonly policy: Exclude<Policy, 'open'>;
  readonly accept: (socket: WebSocket, visit: SocketVisit) => void;
}

export interface SocketGuard {
  readonly hosts: HostRule;
  readonly gate: Gate;
  readonly sessions: Pick<Sessions, 'isAlive'>;
  readonly desk: Pick<SignInDesk, 'needsSetUp'>;
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

interface Admitted {
  readonly route: SocketRoute;
  readonly query: URLSearchParams;
  readonly caller: Exclude<Caller, { kind: 'nobody' }>;
}

/** All WebSockets of the proxy: a closed list of paths, each with its label. */
export class SocketUpgrades {
  readonly #server = new WebSocketServer(options);
  readonly #routes: ReadonlyMap<string, SocketRoute>;
  readonly #guard: SocketGuard;

  /** @throws StartFailure for a route without a policy label */
  constructor(routes: readonly SocketRoute[], guard: SocketGuard) {
    for (const route of routes) requirePolicy(route.policy, `WebSocket ${route.path}`);
    this.#routes = new Map(routes.map((route) => [route.path, route]));
    this.#guard = guard;
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
      this.#open(accepted, admitted, request.socket.remoteAddress ?? '');
    });
  }

  /** The socket lives no longer than the session that opened it. */
  #open(socket: WebSocket, { route, query, caller }: Admitted, address: string): void {
    const { gate, sessions } = this.#guard;
    const { session } = caller;
    let farewell: NodeJS.Timeout | undefined;
    const detach = session.attach(() => {
      socket.close(closeCodes.sessionEnded);
      farewell = setTimeout(() => socket.terminate(), closeGraceMs);
    });
    socket.once('close', () => {
      clearTimeout(farewell);
      detach();
    });
    route.accept(socket, {
      query,
      caller: () => (sessions.isAlive(session) ? gate.callerWith(session) : nobody),
      address,
    });
  }

  /** @returns the status line of the refusal where there is one */
  #admit(request: IncomingMessage): string | Admitted {
    const { hosts, gate, desk } = this.#guard;
    const [path, search] = (request.url ?? '').split('?');
    const host = allowedHost(request, hosts);
    if (host === null) return '421 Misdirected Request';
    const route = this.#routes.get(path ?? '');
    if (!route) return '404 Not Found';
    if (!isOwnOrigin(request, host, hosts)) return '403 Forbidden';
    if (desk.needsSetUp) return '503 Service Unavailable';
    const caller = gate.callerOf(request, { host, scheme: schemeAt(host, hosts) });
    if (caller === 'repeated') return '400 Bad Request';
    if (caller.kind === 'nobody') return '401 Unauthorized';
    if (!authorize(caller, route.policy)) return '403 Forbidden';
    return { route, query: new URLSearchParams(search), caller };
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
