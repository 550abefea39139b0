import path from 'node:path';
import { catalogue, protocolById } from '../protocols/catalogue.ts';
import { composeAccess } from './access/access.ts';
import type { AccessRecord } from './access/access-record.ts';
import { entryOfEvent } from './access/audit.ts';
import type { Passwords } from './access/passwords.ts';
import { PolledViewings } from './access/polled-viewings.ts';
import type { HostRule } from './access/same-site.ts';
import { composeAlarms } from './alarms/compose-alarms.ts';
import { HandoverDesk } from './alarms/handover-desk.ts';
import { reportSource } from './alarms/report-source.ts';
import type { ProxyParts } from './api/proxy-parts.ts';
import { auditPurpose } from './audit/chain.ts';
import { composeAudit } from './audit/compose-audit.ts';
import { BookmarkDesk } from './bookmarks/bookmark-desk.ts';
import { CaseDesk } from './cases/case-desk.ts';
import { soleOwner } from './cluster/device-ownership.ts';
import { InProcessEventBus } from './cluster/event-bus.ts';
import { EndpointConsole } from './console/endpoint-console.ts';
import { ControlDesk } from './control/control-desk.ts';
import { realEnvironment } from './environment.ts';
import { composeEvents } from './events/compose-events.ts';
import { ExportDesk } from './exports/export-desk.ts';
import { SigningKey, signingPurpose } from './exports/signing-key.ts';
import { AddressPolicy } from './link/address-policy.ts';
import { DeviceConnection, type DeviceTarget } from './link/device-connection.ts';
import type { Environment } from './link/environment.ts';
import type { Logger } from './log.ts';
import { findFfmpeg } from './media/ffmpeg/ffmpeg.ts';
import { MediaHub } from './media/media-hub.ts';
import { PageGateway } from './pages/page-gateway.ts';
import { productVersion } from './product-version.ts';
import type { ProxyOptions } from './proxy-options.ts';
import { FileSeal, fileSealPurpose } from './recordings/file-seal.ts';
import { Recordings } from './recordings/recordings.ts';
import { CameraDirectory } from './registry/camera-directory.ts';
import { checkDevice } from './registry/check-device.ts';
import { DeviceRegistry } from './registry/device-registry.ts';
import { DeviceWatch } from './registry/device-watch.ts';
import { Drafts } from './registry/drafts.ts';
import { readKeyRing } from './registry/key-file.ts';
import { Sealer } from './registry/sealer.ts';
import { EventSender } from './sending/event-sender.ts';
import { InputWatch } from './site-control/input-watch.ts';
import { reachCamera } from './site-control/reach-camera.ts';
import { openKeptStore } from './store/kept-store.ts';
import { plainListeners, type TlsState } from './tls/listener-security.ts';
import { Voice } from './voice/voice.ts';

export interface Composition {
  readonly options: ProxyOptions;
  readonly hosts: HostRule;
  readonly tls?: TlsState;
  readonly log: Logger;
  readonly environment?: Environment;
  readonly passwords?: Passwords | undefined;
}

/** Puts the parts of the proxy together and lets the devices be watched. */
export async function composeParts(composition: Composition): Promise<ProxyParts> {
  const { options, hosts, tls = plainListeners, log, environment = realEnvironment } = composition;
  const now = () => environment.now();
  const onFault = (fault: unknown) => log.error({ fault, operation: 'background' });
  const keys = readKeyRing(options.keyFile, options.dataFolder);
  const sealer = new Sealer(keys.current, keys.older);
  const { store, endCopies, restoredFromMs } = await openKeptStore(
    options.dataFolder,
    now,
    onFault,
  );
  const audit = await composeAudit({
    store: store.audit,
    key: keys.derive(auditPurpose),
    keepDays: options.auditDays,
    now,
    log,
  });
  const bus = new InProcessEventBus();
  const { allowLoopback, allowedRanges: ranges } = options;
  const addresses = new AddressPolicy({ allowLoopback, ranges });
  const connect = (target: DeviceTarget) => new DeviceConnection(target, environment);
  const registry = await DeviceRegistry.open({
    store,
    bus,
    sealer,
    connect,
    addresses,
    protocolById,
    now,
  });
  const drafts = new Drafts((device) => {
    device.connection?.close().catch(onFault);
  });
  const directory = new CameraDirectory(registry, drafts);
  const ffmpeg = await findFfmpeg(options.ffmpeg);
  log.info({ operation: 'ffmpeg', found: ffmpeg !== null });
  const media = new MediaHub(directory, environment, ffmpeg);
  const inputs = new InputWatch({
    read: async (cameraId) => {
      const { operation, link, channel } = reachCamera(directory, cameraId, 'readInputs');
      return operation(link, channel);
    },
    now,
  });
  const siteZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const recordings = new Recordings({
    seal: new FileSeal(keys.derive(fileSealPurpose)),
    siteZone,
    now,
  });
  const version = productVersion();
  const exports = await ExportDesk.open({
    ...{ directory, recordings, siteZone, version, now, onFault },
    store: store.exports,
    onChange: () => bus.publish('exports'),
    audit: audit.record,
    folder: path.join(options.dataFolder, 'exports'),
    key: new SigningKey(keys.derive(signingPurpose)),
    keepDays: options.exportDays,
  });
  const voice = new Voice(directory);
  const pages = new PageGateway({
    ports: options.pagePorts,
    base: options.pageBase,
    listenHost: options.host,
    security: tls,
    hosts,
    now,
  });
  registry.listen((deviceId, moment) => {
    if (moment === 'added') return;
    media.deviceChanged(deviceId);
    voice.deviceChanged(deviceId);
    recordings.deviceChanged(deviceId);
    if (moment !== 'streams') pages.deviceChanged(deviceId).catch(onFault);
  });
  const watch = new DeviceWatch({
    registry,
    environment,
    onFault,
    ownership: soleOwner,
    check: (device, { identify }) =>
      checkDevice(device, {
        identify,
        now,
        picturesFlow: (deviceId) => media.picturesFlow(deviceId),
      }),
  });
  const events = await composeEvents({
    registry,
    bus,
    ownership: soleOwner,
    store: store.events,
    keepDays: options.eventDays,
    recheck: (deviceId) => watch.checkNow(deviceId),
    now,
    log,
  });
  const console = new EndpointConsole({
    device: (deviceId) => registry.device(deviceId),
    audit: audit.record,
    now,
  });
  // Not waited for: it never fails, and no picture waits for the disk.
  const record: AccessRecord = (event) => void audit.record.write(entryOfEvent(event));
  const access = await composeAccess({
    store: store.access,
    now,
    isDemo: options.seed !== null,
    publish: (topic) => bus.publish(topic),
    record,
    passwords: composition.passwords,
    onFault,
  });
  const control = new ControlDesk({
    directory,
    registry,
    store: store.control,
    audit: audit.record,
    gate: access.gate,
    sessions: access.sessions,
    snapshot: (cameraId) => media.snapshot(cameraId),
    now,
    onFault,
  });
  await control.recover();
  const sender = new EventSender({
    registry,
    audit: audit.record,
    control,
    event: (eventId) => events.journal.event(eventId),
    copies: (order) => void exports.orderCopies(order).catch(onFault),
    now,
  });
  const alarms = await composeAlarms({
    ...{ store, registry, bus, events, access, now, log },
    zone: siteZone,
    audit: audit.record,
    send: (sending, because) => sender.sendForRule(sending, because),
    keepDays: options.auditDays,
  });
  const bookmarks = new BookmarkDesk({
    ...{ store: store.bookmarks, directory, audit: audit.record, now },
  });
  return {
    store,
    endCopies,
    bus,
    hosts,
    access,
    audit,
    record,
    polled: new PolledViewings(now),
    registry,
    drafts,
    watch,
    directory,
    media,
    events,
    alarms,
    sender,
    reports: reportSource(store.alarms, () => alarms.flush()),
    handover: new HandoverDesk({
      store: store.handover,
      audit: audit.record,
      keepDays: options.auditDays,
      now,
    }),
    bookmarks,
    cases: new CaseDesk({
      ...{ store: store.cases, bookmarks, exports, alarms, directory, now },
      alarmStore: store.alarms,
      audit: audit.record,
      publish: () => bus.publish('cases'),
    }),
    inputs,
    voice,
    recordings,
    exports,
    pages,
    console,
    control,
    tls,
    now,
    probing: {
      registry,
      drafts,
      protocols: catalogue,
      connect,
      addresses,
      repackages: media.repackages,
      now,
    },
    site: () => ({
      name: options.seed?.name ?? 'Watchfloor',
      demo: options.seed !== null,
      version,
      nowMs: now(),
      ...(restoredFromMs === undefined ? {} : { restoredFromMs }),
      zone: siteZone,
      protocols: catalogue.map(({ id, name, defaultPort }) => ({ id, name, defaultPort })),
    }),
  };
}

/** Ends everything that {@link composeParts} began, the users of a thing before the thing. */
export async function stopParts(parts: ProxyParts): Promise<void> {
  parts.watch.stop();
  await parts.control.stop();
  await parts.events.stop();
  await parts.alarms.stop();
  await parts.exports.stop();
  parts.polled.stop();
  await parts.access.sessions.stop();
  parts.inputs.stop();
  parts.voice.stop();
  parts.recordings.stop();
  await parts.media.stop();
  await parts.pages.stop();
  parts.drafts.close();
  await parts.registry.close();
  await parts.audit.stop();
  await parts.endCopies();
  await parts.store.close();
  parts.tls.stop();
}
