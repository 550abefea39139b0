import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { AppGate } from './app-gate.tsx';
import { PageFault } from './page-fault.tsx';
import {
  alarmsSearch,
  auditSearch,
  bookmarksSearch,
  casesSearch,
  consoleSearch,
  eventsSearch,
  exportsSearch,
  focusSearch,
  liveSearch,
  peopleSearch,
  playbackSearch,
  rulesSearch,
  shiftReportSearch,
  signInSearch,
} from './search-params.ts';
import { UnknownPage } from './unknown-page.tsx';

const rootRoute = createRootRoute({ component: AppGate, notFoundComponent: UnknownPage });
const live = () => import('./live-routes.tsx');
const focus = () => import('./focus-route.tsx');
const endpoints = () => import('./console-route.tsx');
const audit = () => import('./audit-route.tsx');
const alarms = () => import('./alarms-route.tsx');
const events = () => import('./events-route.tsx');
const playback = () => import('./playback-route.tsx');
const proof = () => import('./proof-route.tsx');
const bookmarks = () => import('./bookmarks-route.tsx');
const verify = () => import('./verify-route.tsx');
const exportsPage = () => import('./exports-route.tsx');
const cases = () => import('./cases-routes.tsx');
const devices = () => import('./devices-routes.tsx');
const account = () => import('./account-routes.tsx');
const shiftReport = () => import('./shift-report-route.tsx');
const alarm = () => import('./alarm-route.tsx');
const rules = () => import('./rules-route.tsx');
const people = () => import('./people-route.tsx');

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(live, 'HomeRoute'),
});
const liveRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/live/$viewId',
  validateSearch: liveSearch,
  component: lazyRouteComponent(live, 'LiveRoute'),
});
const cameraRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cam/$camId',
  validateSearch: focusSearch,
  component: lazyRouteComponent(focus, 'FocusRoute'),
});
const alarmsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alarms',
  validateSearch: alarmsSearch,
  component: lazyRouteComponent(alarms, 'AlarmsRoute'),
});
const eventsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/events',
  validateSearch: eventsSearch,
  component: lazyRouteComponent(events, 'EventsRoute'),
});
const shiftReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports/shift',
  validateSearch: shiftReportSearch,
  component: lazyRouteComponent(shiftReport, 'ShiftReportRoute'),
});
const rulesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alarms/rules',
  validateSearch: rulesSearch,
  component: lazyRouteComponent(rules, 'RulesRoute'),
});
const alarmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/alarms/$alarmId',
  component: lazyRouteComponent(alarm, 'AlarmRoute'),
});
const devicesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/devices',
  component: lazyRouteComponent(devices, 'DevicesRoute'),
});
const newDeviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/devices/new',
  component: lazyRouteComponent(devices, 'NewDeviceRoute'),
});
const deviceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/devices/$deviceId',
  component: lazyRouteComponent(devices, 'DeviceRoute'),
});
const endpointsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/devices/$deviceId/endpoints',
  validateSearch: consoleSearch,
  component: lazyRouteComponent(endpoints, 'ConsoleRoute'),
});
const playbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/playback',
  validateSearch: playbackSearch,
  component: lazyRouteComponent(playback, 'PlaybackRoute'),
});
const proofRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/playback/proof',
  component: lazyRouteComponent(proof, 'ProofRoute'),
});
const bookmarksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/playback/bookmarks',
  validateSearch: bookmarksSearch,
  component: lazyRouteComponent(bookmarks, 'BookmarksRoute'),
});
const verifyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exports/verify',
  component: lazyRouteComponent(verify, 'VerifyRoute'),
});
const exportsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/exports',
  validateSearch: exportsSearch,
  component: lazyRouteComponent(exportsPage, 'ExportsRoute'),
});
const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases',
  validateSearch: casesSearch,
  component: lazyRouteComponent(cases, 'CasesRoute'),
});
const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/cases/$caseId',
  component: lazyRouteComponent(cases, 'CaseRoute'),
});
const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: peopleSearch,
  component: lazyRouteComponent(people, 'PeopleRoute'),
});
const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(account, 'AccountRoute'),
});
// The ways in are no pages of the shell: the gate shows them, and leads on from there.
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: signInSearch,
});
const setUpRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup' });
const kioskRoute = createRoute({ getParentRoute: () => rootRoute, path: '/kiosk' });

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(audit, 'AuditRoute'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    liveRoute,
    cameraRoute,
    alarmsRoute,
    eventsRoute,
    shiftReportRoute,
    rulesRoute,
    alarmRoute,
    playbackRoute,
    proofRoute,
    bookmarksRoute,
    verifyRoute,
    exportsRoute,
    casesRoute,
    caseRoute,
    devicesRoute,
    newDeviceRoute,
    deviceRoute,
    endpointsRoute,
    peopleRoute,
    accountRoute,
    signInRoute,
    setUpRoute,
    kioskRoute,
    auditRoute,
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: PageFault,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
