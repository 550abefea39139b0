import type { DeviceCamera } from '../domain/camera.ts';
import type { DeviceIdentity } from '../domain/device-identity.ts';
import type { DeviceLink, Endpoint, EndpointCall, Peek } from './device-link.ts';
import type { EventOperations } from './event-operations.ts';
import type { ExportOperations } from './export-operations.ts';
import type { RecordingOperations } from './recording-operations.ts';
import type { SiteOperations } from './site-operations.ts';
import type { SteeringOperations } from './steering-operations.ts';

export type {
  DeviceLink,
  DeviceReply,
  Endpoint,
  EndpointCall,
  Peek,
  QueryValue,
  ReplyKind,
} from './device-link.ts';
export type { ExportNews, ExportTalk } from './export-operations.ts';
export type {
  Otherwise,
  RecordedFile,
  RecordedSpans,
  RecordingOperations,
} from './recording-operations.ts';

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
export interface Operations
  extends SteeringOperations,
    SiteOperations,
    EventOperations,
    RecordingOperations,
    ExportOperations {
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
