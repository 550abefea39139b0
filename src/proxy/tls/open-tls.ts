import path from 'node:path';
import type { HostRule } from '../access/same-site.ts';
import type { CertificateSource } from './certificate-source.ts';
import { GivenCertificate } from './given-certificate.ts';
import { isLoopbackHost, type ListenerOptions } from './listener-options.ts';
import { plainListeners, type TlsState } from './listener-security.ts';
import { OwnCertificates } from './own-certificates.ts';
import { SecureListeners } from './secure-listeners.ts';

export interface OpenTlsOptions {
  readonly listener: ListenerOptions;
  readonly keyFile: string;
  readonly hosts: HostRule;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

export function usesTls({ host, tls }: Pick<ListenerOptions, 'host' | 'tls'>): boolean {
  return tls.kind === 'by-host' ? !isLoopbackHost(host) : tls.kind !== 'plain';
}

/**
 * Reads or makes what the listeners need.
 * @throws StartFailure when a certificate cannot be used
 */
export async function openTls(options: OpenTlsOptions): Promise<TlsState> {
  const { listener, hosts, onFault } = options;
  if (!usesTls(listener)) return plainListeners;
  return new SecureListeners({ source: await openSource(options), hosts, onFault });
}

async function openSource({ listener, keyFile, now }: OpenTlsOptions): Promise<CertificateSource> {
  const { tls, hostNames } = listener;
  if (tls.kind === 'given') return new GivenCertificate(tls, now);
  return OwnCertificates.open({ folder: path.join(path.dirname(keyFile), 'tls'), hostNames, now });
}
