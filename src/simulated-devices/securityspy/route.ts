import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ServerAccount } from './rights.ts';

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly account: ServerAccount;
  /** What follows the route's own name in the path. */
  readonly rest: string;
}

export interface Route {
  /** Bits of `permissions`; 0 lets every account. */
  readonly needs: number;
  /** 403 for settings; elsewhere a missing right looks like a wrong password, as captured. */
  readonly refusal?: 403;
  run(exchange: Exchange): void | Promise<void>;
}

/** By method and path, such as `GET ptz/command`; a path that ends in `/` takes all below it. */
export type Routes = Readonly<Record<string, Route>>;
