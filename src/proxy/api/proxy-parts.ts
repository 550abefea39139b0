import type { Site } from '../../api/site.ts';
import type { Access } from '../access/access.ts';
import type { AccessRecord } from '../access/access-record.ts';
import type { PolledViewings } from '../access/polled-viewings.ts';
import type { HostRule } from '../access/same-site.ts';
import type { AlarmParts } from '../alarms/compose-alarms.ts';
import type { HandoverDesk } from '../alarms/handover-desk.ts';
import type { ReportSource } from '../alarms/report-source.ts';
import type { AuditParts } from '../audit/compose-audit.ts';
import type { EventBus } from '../cluster/event-bus.ts';
import type { EndpointConsole } from '../console/endpoint-console.ts';
import type { ControlDesk } from '../control/control-desk.ts';
import type { EventParts } from '../events/compose-events.ts';
import type { MediaHub } from '../media/media-hub.ts';
import type { PageGateway } from '../pages/page-gateway.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { CameraDirectory } from '../registry/camera-directory.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { DeviceWatch } from '../registry/device-watch.ts';
import type { Drafts } from '../registry/drafts.ts';
import type { ProbeDependencies } from '../registry/probe/probe.ts';
import type { EventSender } from '../sending/event-sender.ts';
import type { InputWatch } from '../site-control/input-watch.ts';
import type { Store } from '../store/store.ts';
import type { TlsState } from '../tls/listener-security.ts';
import type { Voice } from '../voice/voice.ts';

/** What the routes work with. */
export interface ProxyParts {
  readonly store: Store;
  /** Ends the making of copies of the store. */
  readonly endCopies: () => Promise<void>;
  readonly bus: EventBus;
  readonly hosts: HostRule;
  readonly access: Access;
  readonly audit: AuditParts;
  readonly record: AccessRecord;
  readonly polled: PolledViewings;
  readonly registry: DeviceRegistry;
  readonly drafts: Drafts;
  readonly watch: DeviceWatch;
  readonly directory: CameraDirectory;
  readonly media: MediaHub;
  readonly events: EventParts;
  readonly alarms: AlarmParts;
  readonly sender: EventSender;
  readonly reports: ReportSource;
  readonly handover: HandoverDesk;
  readonly inputs: InputWatch;
  readonly voice: Voice;
  readonly recordings: Recordings;
  readonly pages: PageGateway;
  readonly console: EndpointConsole;
  readonly control: ControlDesk;
  readonly tls: TlsState;
  readonly probing: ProbeDependencies;
  readonly site: () => Site;
  readonly now: () => number;
}
