/** A request or a reply of RTSP (RFC 2326 section 4); bytes are Latin-1 characters, so none is lost. */
export interface RtspMessage {
  /** The first line. */
  readonly line: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
}

/** @param head everything before the empty line */
export function readRtspHead(head: string): Omit<RtspMessage, 'body'> {
  const [line = '', ...rest] = head.split(/\r?\n/);
  const headers = rest.flatMap((text) => {
    const colon = text.indexOf(':');
    return colon < 1 ? [] : [[text.slice(0, colon).trim(), text.slice(colon + 1).trim()] as const];
  });
  return { line, headers };
}

export function rtspBytes({ line, headers, body }: RtspMessage): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${line}\r\n${lines.join('')}\r\n`, 'latin1'), body]);
}

export function rtspHeaders(message: Pick<RtspMessage, 'headers'>, wanted: string): string[] {
  return message.headers.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));
}

/** @param changes by lower-case name: what becomes of the value; undefined takes the header out */
export function withRtspHeaders(
  message: RtspMessage,
  changes: Readonly<Record<string, (value: string) => string | undefined>>,
): RtspMessage {
  const headers = message.headers.flatMap(([name, value]) => {
    const change = changes[name.toLowerCase()];
    const changed = change === undefined ? value : change(value);
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return { ...message, headers };
}

/** The status of a reply; undefined for a request. */
export function rtspStatus({ line }: Pick<RtspMessage, 'line'>): number | undefined {
  const status = /^RTSP\/\d\.\d (\d{3})(?!\d)/.exec(line)?.[1];
  return status === undefined ? undefined : Number(status);
}
