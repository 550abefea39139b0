import type { z } from 'zod';

export type Role = 'viewer' | 'operator' | 'supervisor' | 'administrator';

/** `disruptive` interrupts or acts at the site; `destructive` erases, bricks or locks out. */
export type Danger = 'safe' | 'disruptive' | 'destructive';

/** `variables` is `var name=value;`, `parameters` is `root.Group.Name=value` a line. */
export type ReplyKind =
  | 'json'
  | 'variables'
  | 'parameters'
  | 'text'
  | 'xml'
  | 'html'
  | 'jpeg'
  | 'stream'
  | 'file'
  | 'socket';

/** One documented endpoint. The console, the docs, the allow-list and the tests all read this. */
export interface Endpoint {
  /** Unique in its protocol, dotted, e.g. `enum.channel`. */
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Begins with `/`; `{name}` marks a path parameter, which the query schema names too. */
  readonly path: string;
  /** Query and path parameters. A flag without a value (`?apiVersion`) is `z.literal(true)`. */
  readonly query: z.ZodObject;
  /** Schema of a body, or the word for an upload. */
  readonly body?: z.ZodType | 'file' | undefined;
  /** How a body with a schema travels; `json` where it does not say. A form is flat. */
  readonly bodyType?: 'json' | 'form' | undefined;
  readonly reply: ReplyKind;
  readonly role: Role;
  readonly danger: Danger;
  /** Whether a reply may hold passwords or other secrets, so that it is masked. */
  readonly secretReply?: boolean | undefined;
  /** Lies on a port of its own or speaks RTSP, so that a request to the registered port finds nothing. */
  readonly otherPort?: boolean | undefined;
  readonly summary: string;
  /** Heading of the document that describes it. */
  readonly section: string;
}

/** A value of a query parameter: `true` is sent as a bare name. */
export type QueryValue = string | number | true;

export interface EndpointCall {
  readonly endpoint: Endpoint;
  readonly query?: Readonly<Record<string, QueryValue | undefined>> | undefined;
  readonly body?: unknown;
}

export interface DeviceReply {
  readonly status: number;
  /** Lower case, without parameters; empty where the device sent none. */
  readonly contentType: string;
  readonly text: string;
  /** The device's `Date` header, epoch ms, and our own clock at the same moment. */
  readonly dateMs?: number | undefined;
  readonly receivedAtMs: number;
}

/** The beginning of whatever answers at a target. */
export interface Peek {
  readonly status: number;
  readonly contentType: string;
  /** Full `Content-Type` with parameters (a boundary may stand there). */
  readonly contentTypeLine: string;
  readonly server: string;
  readonly authenticate: string;
  /** First bytes of the body, at most 4096. */
  readonly head: Uint8Array;
}

/** What an operation may do to a device. Sockets, credentials, clocks and limits lie behind it. */
export interface DeviceLink {
  /** Path and query that the person typed behind the host; `/` where there was none. */
  readonly entryTarget: string;
  /**
   * Calls an endpoint. Fails with a DeviceError for every transport fault and for each status of
   * 400 and above, unless `acceptStatus` lists it.
   */
  call(call: EndpointCall, options?: { acceptStatus?: readonly number[] }): Promise<DeviceReply>;
  /** Reads the beginning of a target with our credentials, then hangs up. */
  peek(target: string): Promise<Peek>;
  /** Says how far an operation of many calls has come; whoever waits for it sees it. */
  progress(done: number, most: number): void;
}
