import Fastify, { type FastifyInstance } from 'fastify';
import { guardRoutes } from './access/access-hooks.ts';
import { addAlarmRoutes } from './api/alarm-routes.ts';
import { addAlarmRuleRoutes } from './api/alarm-rule-routes.ts';
import { AppFiles } from './api/app-files.ts';
import { addAppRoute } from './api/app-route.ts';
import { addAuditRoutes } from './api/audit-routes.ts';
import { addBookmarkRoutes } from './api/bookmark-routes.ts';
import { addCameraGroupRoutes } from './api/camera-group-routes.ts';
import { addCameraRoutes } from './api/camera-routes.ts';
import { addCaseRoutes } from './api/case-routes.ts';
import { addConsoleRoutes } from './api/console-routes.ts';
import { addDeviceRoutes } from './api/device-routes.ts';
import { addEventRoutes } from './api/event-routes.ts';
import { addExportRoutes } from './api/export-routes.ts';
import { acceptOnlyJson } from './api/json-body.ts';
import { addKioskRoutes } from './api/kiosk-routes.ts';
import { addOpenSessionRoutes } from './api/open-session-routes.ts';
import { addPeopleRoutes } from './api/people-routes.ts';
import { addPresetRoutes } from './api/preset-routes.ts';
import { addProbeRoute } from './api/probe-route.ts';
import { problemReply, sendProblem } from './api/problem-reply.ts';
import type { ProxyParts } from './api/proxy-parts.ts';
import { addPtzRoutes } from './api/ptz-routes.ts';
import { addRecordingRoutes } from './api/recording-routes.ts';
import { addSecurityHeaders, barestHeaders } from './api/security-headers.ts';
import { addSendingRoutes } from './api/sending-routes.ts';
import { addSessionRoutes } from './api/session-routes.ts';
import { addShiftReportRoutes } from './api/shift-report-routes.ts';
import { addSiteControlRoutes } from './api/site-control-routes.ts';
import { addSiteRoute } from './api/site-route.ts';
import { addTlsRoutes } from './api/tls-routes.ts';
import { addTourRoutes } from './api/tour-routes.ts';
import { addViewRoutes } from './api/view-routes.ts';
import type { Logger } from './log.ts';
import { RequestFault } from './request-fault.ts';

/** The HTTP surface. Nothing listens yet. */
export async function buildApp(
  parts: ProxyParts,
  log: Logger,
  appFolder: string | null,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    // The sealed name of a recorded file holds the path that the device gave it.
    routerOptions: { maxParamLength: 1024, ignoreTrailingSlash: false },
    frameworkErrors: (failure, _request, reply) => {
      // An address that cannot be read never reaches the hooks.
      sendProblem(reply.headers(barestHeaders), problemReply(failure));
    },
  });
  acceptOnlyJson(app);
  await addSecurityHeaders(app, {
    hosts: parts.hosts,
    onlyByTls: parts.tls.view().mode === 'given',
    pageOrigins: (host) => parts.pages.originsFor(host),
  });
  guardRoutes(app, {
    ...parts.access,
    hosts: parts.hosts,
    camera: (cameraId) => parts.directory.standing(cameraId),
    record: parts.record,
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    const { statusCode: status, elapsedTime } = reply;
    log.debug({
      operation: `${method} ${routeOptions.url ?? '-'}`,
      status,
      ms: Math.round(elapsedTime),
    });
  });
  app.setErrorHandler((failure, request, reply) => {
    const answer = problemReply(failure);
    const operation = `${request.method} ${request.routeOptions.url ?? '-'}`;
    if (answer.unexpected) log.error({ fault: failure, operation });
    else log.info({ operation, status: answer.status, reason: answer.problem.reason });
    return sendProblem(reply, answer);
  });
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, problemReply(new RequestFault('not-found'))),
  );
  addSessionRoutes(app, parts);
  addOpenSessionRoutes(app, parts);
  addPeopleRoutes(app, parts);
  addCameraGroupRoutes(app, parts);
  addKioskRoutes(app, parts);
  addAuditRoutes(app, parts);
  addSiteRoute(app, parts);
  addCameraRoutes(app, parts);
  addPtzRoutes(app, parts);
  addPresetRoutes(app, parts);
  addTourRoutes(app, parts);
  addSiteControlRoutes(app, parts);
  addDeviceRoutes(app, parts);
  addEventRoutes(app, parts);
  addAlarmRoutes(app, parts);
  addAlarmRuleRoutes(app, parts);
  addSendingRoutes(app, parts);
  addShiftReportRoutes(app, parts);
  addBookmarkRoutes(app, parts);
  addCaseRoutes(app, parts);
  addRecordingRoutes(app, parts);
  addExportRoutes(app, parts);
  addConsoleRoutes(app, parts);
  addProbeRoute(app, parts);
  addViewRoutes(app, parts);
  addTlsRoutes(app, parts);
  if (appFolder !== null) addAppRoute(app, await AppFiles.read(appFolder));
  await app.ready();
  return app;
}
