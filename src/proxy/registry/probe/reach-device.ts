import type { DeviceCertificate } from '../../../api/certificate.ts';
import type { ProbeEvent } from '../../../api/probe.ts';
import type { AddressPolicy } from '../../link/address-policy.ts';
import { isSecure, originOf } from '../device-address.ts';
import type { LadderReport } from './ladder-report.ts';
import type { ProbeInput } from './probe-input.ts';
import { allowedAddresses, firstOpenPort } from './reach.ts';
import { certificateFact, readShownCertificate, requireTrust } from './shown-certificate.ts';

/** Where a device answers, and the certificate that a person trusts there. */
export interface Reached {
  readonly origin: string;
  readonly certificate: DeviceCertificate | undefined;
}

interface Way {
  readonly report: LadderReport;
  readonly emit: (event: ProbeEvent) => void;
  readonly signal: AbortSignal;
}

/** Climbs from the name to a connection that may be spoken over: name, connection, certificate. */
export async function reachDevice(
  { address, ports, trustedKey }: ProbeInput,
  policy: AddressPolicy,
  { report, emit, signal }: Way,
): Promise<Reached> {
  const addresses = await report.climb('name', async () => {
    const found = await allowedAddresses(address.host, ports, policy);
    const isName = !found.includes(address.host);
    return isName ? { value: found, fact: found.join(', ') } : { value: found, outcome: 'skipped' };
  });
  const open = await report.climb('connect', async () => {
    const found = await firstOpenPort(addresses, ports, policy, signal);
    const host = found.address.includes(':') ? `[${found.address}]` : found.address;
    return { value: found, fact: `${host}:${found.port}` };
  });
  const certificate = await report.climb<DeviceCertificate | undefined>('tls', async () => {
    if (!isSecure(address)) return { value: undefined, outcome: 'skipped' };
    const shown = await readShownCertificate({ ...open, host: address.host }, signal);
    emit({ type: 'certificate', certificate: shown.certificate });
    requireTrust(shown, trustedKey);
    const trusted = trustedKey === undefined ? undefined : shown.certificate;
    return { value: trusted, fact: certificateFact(shown.certificate) };
  });
  return { origin: originOf(address, open.port), certificate };
}
