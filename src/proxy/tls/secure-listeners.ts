import { constants, X509Certificate } from 'node:crypto';
import type { RequestListener, Server, ServerOptions } from 'node:http';
import type { SecureContextOptions } from 'node:tls';
import type { TlsView } from '../../api/tls.ts';
import type { HostRule } from '../access/same-site.ts';
import type { CertificateSource } from './certificate-source.ts';
import type { TlsState } from './listener-security.ts';
import { SecureServer } from './secure-server.ts';

const refreshMs = 30_000;
const handshakeMs = 5000;

export interface SecureListenersOptions {
  readonly source: CertificateSource;
  readonly hosts: HostRule;
  /** Told what kept a renewal from happening; the last certificate stays. */
  readonly onFault: (fault: unknown) => void;
}

/** Opens TLS listeners and keeps the certificate of all of them fresh without a restart. */
export class SecureListeners implements TlsState {
  readonly scheme = 'https';
  readonly #options: SecureListenersOptions;
  readonly #servers = new Set<SecureServer>();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(options: SecureListenersOptions) {
    this.#options = options;
    this.#timer = setInterval(() => void this.refresh(), refreshMs);
    this.#timer.unref();
  }

  /** Bound, since it is handed on by itself. */
  readonly createServer = (options: ServerOptions, answer: RequestListener): Server => {
    const server = new SecureServer(
      {
        ...options,
        ...this.#context(),
        handshakeTimeout: handshakeMs,
        // Nothing but HTTP/1.1: the walls share one WebSocket, and HTTP/2 brings faults of its own.
        ALPNProtocols: ['http/1.1'],
      },
      this.#options.hosts,
      answer,
    );
    this.#servers.add(server);
    server.once('close', () => this.#servers.delete(server));
    return server;
  };

  /** Puts a new certificate into use where one has come or is due. */
  async refresh(): Promise<void> {
    try {
      if (!(await this.#options.source.refresh())) return;
      for (const server of this.#servers) server.setSecureContext(this.#context());
    } catch (fault) {
      this.#options.onFault(fault);
    }
  }

  view(): TlsView {
    const { mode, shown, authority } = this.#options.source;
    const certificate = new X509Certificate(shown.certificate);
    return {
      mode,
      fingerprints: {
        authority: authority === null ? null : new X509Certificate(authority).fingerprint256,
        certificate: certificate.fingerprint256,
      },
      notAfterMs: Date.parse(certificate.validTo),
      names: namesIn(certificate),
    };
  }

  get authority(): string | null {
    return this.#options.source.authority;
  }

  get notices(): readonly string[] {
    return this.#options.source.notices;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #context(): SecureContextOptions {
    const { key, certificate } = this.#options.source.shown;
    return {
      key,
      cert: certificate,
      minVersion: 'TLSv1.2',
      secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
    };
  }
}

/** DNS names and addresses of a certificate, as a person writes them. */
function namesIn({ subjectAltName }: X509Certificate): string[] {
  return (subjectAltName ?? '')
    .split(', ')
    .map((entry) => /^(?:DNS|IP Address):(.+)$/.exec(entry)?.[1] ?? '')
    .filter((name) => name !== '')
    .map((name) => (name.includes(':') ? new URL(`http://[${name}]`).hostname.slice(1, -1) : name));
}
