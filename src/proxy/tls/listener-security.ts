import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer } from 'node:http';
import type { TlsView } from '../../api/tls.ts';

/** How everything that listens is opened: by TLS or plainly, the app and device pages alike. */
export interface ListenerSecurity {
  readonly scheme: 'http' | 'https';
  /** A server that nobody has told to listen yet. It follows renewals of the certificate. */
  readonly createServer: (options: ServerOptions, answer: RequestListener) => Server;
}

/** {@link ListenerSecurity} with what is told about it. */
export interface TlsState extends ListenerSecurity {
  view(): TlsView;
  /** Certificate of our own authority, PEM; null where there is none. */
  readonly authority: string | null;
  /** For the person who starts us, a sentence each. */
  readonly notices: readonly string[];
  /** Puts a new certificate into use where one has come or is due; happens by itself as well. */
  refresh(): Promise<void>;
  stop(): void;
}

export const plainListeners: TlsState = {
  scheme: 'http',
  createServer,
  view: () => ({
    mode: 'off',
    fingerprints: { authority: null, certificate: null },
    notAfterMs: null,
    names: [],
  }),
  authority: null,
  notices: [],
  refresh: async () => undefined,
  stop: () => undefined,
};
