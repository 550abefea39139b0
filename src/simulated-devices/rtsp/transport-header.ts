/** How a client wants its packets. */
export type AskedTransport =
  | { readonly kind: 'interleaved'; readonly channel: number | null }
  | { readonly kind: 'udp'; readonly rtpPort: number; readonly rtcpPort: number };

const isPort = (port: number): boolean => Number.isInteger(port) && port > 0 && port <= 65_535;

/** The first of the client's wishes that this server can meet; null for none (multicast, say). */
export function readTransport(header: string): AskedTransport | null {
  for (const wish of header.split(',')) {
    const [profile = '', ...options] = wish.trim().split(';');
    const option = (name: string): string | undefined =>
      options.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
    if (options.includes('multicast')) continue;
    if (profile === 'RTP/AVP/TCP') {
      const channel = Number(option('interleaved')?.split('-')[0] ?? Number.NaN);
      const usable = Number.isInteger(channel) && channel >= 0 && channel < 255;
      return { kind: 'interleaved', channel: usable ? channel : null };
    }
    if (profile !== 'RTP/AVP' && profile !== 'RTP/AVP/UDP') continue;
    const [first, second] = (option('client_port') ?? '').split('-').map(Number);
    if (first === undefined || !isPort(first)) continue;
    const rtcpPort = second === undefined ? first + 1 : second;
    if (isPort(rtcpPort)) return { kind: 'udp', rtpPort: first, rtcpPort };
  }
  return null;
}
