import type { z } from 'zod';
import type { DeviceCamera } from '../domain/camera.ts';
import type { DeviceIdentity } from '../domain/device-identity.ts';
import type { EventOperations } from './event-operations.ts';
import type { SiteOperations } from './site-operations.ts';
import type { SteeringOperations } from './steering-operations.ts';

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

/** The credentials of one device. Only `link` and the functions below ever hold them. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** How the device wants to know who asks. */
export type Authentication =
  | { readonly kind: 'basic' }
  | {
      /** Sign-in sets a cookie; media and other files take Basic as well. */
      readonly kind: 'session';
      readonly signIn: (credentials: Credentials) => EndpointCall;
      /** What a WebSocket wants in its query, where the cookie does not hold for it. */
      readonly socketQuery?: (credentials: Credentials) => Readonly<Record<string, string>>;
    };

export interface Verdict {
  /** 0..1; 1 is certain. The highest wins; under 0.3 nothing is offered. */
  readonly confidence: number;
  /** What the device answered that speaks for it: a fact such as `TS-API@0.9.20`, not a sentence. */
  readonly evidence: string;
}

/** How to find out, without credentials, whether a device speaks this protocol. */
export interface Recognition {
  readonly target: (entryTarget: string) => string;
  readonly judge: (answer: Peek) => Verdict | null;
}

/** What a protocol can do. A missing operation is a missing capability. */
export interface Operations extends SteeringOperations, SiteOperations, EventOperations {
  readonly identify?: (link: DeviceLink) => Promise<DeviceIdentity>;
  readonly listCameras?: (link: DeviceLink) => Promise<readonly DeviceCamera[]>;
}

export interface Protocol {
  /** Folder name, and the value stored in the registry. */
  readonly id: string;
  readonly name: string;
  /** Title and version of the document that it follows. */
  readonly document: string;
  readonly defaultPort: number;
  readonly authentication: Authentication;
  /** `lenient` accepts header lines that end in a bare LF, one request per socket. */
  readonly transport: 'standard' | 'lenient';
  /**
   * Set where a device has nothing to ask but its one camera's picture: every question opens the
   * stream once more. Such sources often serve one to four streams, so while pictures flow they
   * are the answer, and nothing is asked.
   */
  readonly onlyPictures?: true | undefined;
  readonly endpoints: readonly Endpoint[];
  readonly recognition: Recognition;
  readonly operations: Operations;
}
