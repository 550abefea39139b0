import { routes } from '../api/routes.ts';
import type { RunningProxy } from './start-proxy.ts';
import { isLoopbackHost } from './tls/listener-options.ts';
import { interfaceAddresses, ownHostNames } from './tls/machine-names.ts';

/** What the person who starts us reads: where else it is, and by what to know that it is us. */
export function startLines({ origin, proxy }: RunningProxy): readonly string[] {
  const { options, parts } = proxy;
  const { mode, fingerprints } = parts.tls.view();
  const others = otherOrigins(origin, options.host);
  const { authority, certificate } = fingerprints;
  return [
    ...(others.length > 0 ? [`On your network: ${others.join(' ')}`] : []),
    ...(options.publicOrigins.length > 0
      ? [`Behind a reverse proxy: ${options.publicOrigins.join(' ')}`]
      : []),
    ...(authority === null
      ? []
      : [`Certificate authority to trust: ${origin}${routes.authority}`, `  SHA-256 ${authority}`]),
    ...(certificate === null ? [] : ['Certificate of this server', `  SHA-256 ${certificate}`]),
    ...(mode === 'off' && !isLoopbackHost(options.host)
      ? [
          'Warning: this is plain HTTP. Whoever shares the network can read passwords and pictures and take sessions over.',
        ]
      : []),
    ...parts.tls.notices,
  ];
}

/** Where others come in, for a listener on every interface. */
function otherOrigins(origin: string, host: string): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [];
  const addresses = interfaceAddresses()
    .map(({ address }) => address)
    .filter((address) => address !== '::1' && !address.startsWith('127.'))
    .filter((address) => host === '::' || !address.includes(':'))
    .map((address) => (address.includes(':') ? `[${address}]` : address));
  const names = ownHostNames().filter((name) => name !== 'localhost');
  return [...names, ...addresses].map((name) => origin.replace('//localhost', `//${name}`));
}
