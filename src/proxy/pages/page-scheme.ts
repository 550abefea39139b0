import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';

/** How pages on ports of their own are served: like the product itself, in plain HTTP or by TLS. */
export interface PageScheme {
  readonly scheme: 'http' | 'https';
  readonly createServer: (options: ServerOptions, listener: RequestListener) => Server;
}

export const plainPages: PageScheme = { scheme: 'http', createServer };
