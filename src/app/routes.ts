import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { PageFault } from './page-fault.tsx';
import { auditSearch, consoleSearch, focusSearch, liveSearch } from './search-params.ts';
import { Shell } from './shell.tsx';
import { UnknownPage } from './unknown-page.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: UnknownPage });
const live = () => import('./live-routes.tsx');
const focus = () => import('./focus-route.tsx');
const endpoints = () => import('./console-route.tsx');
const audit = () => import('./audit-route.tsx');
const devices = () => import('./devices-routes.tsx');

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
    devicesRoute,
    newDeviceRoute,
    deviceRoute,
    endpointsRoute,
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
