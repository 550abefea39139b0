import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { DeviceChange, DeviceView } from '../../api/device.ts';
import type { ProbeEvent } from '../../api/probe.ts';
import { routes } from '../../api/routes.ts';
import { ownCertificate } from './fake-proxy.ts';
import { TestDeviceDialog } from './test-device-dialog.tsx';

const before = { ...ownCertificate, subject: 'CN=before', key: 'b'.repeat(64) };
const device: DeviceView = {
  ...{ id: 'd1', name: 'Gate', protocolId: 'ipcam', protocolName: 'IP camera' },
  ...{ address: 'https://own.lan', username: 'guard', hasPassword: true, certificate: before },
  ...{ state: 'offline', stateSinceMs: 0, cameras: [] },
};
const problem = { kind: 'unreachable', reason: 'certificate-changed' } as const;
const changed: readonly ProbeEvent[] = [
  { type: 'begin', rung: 'tls' },
  { type: 'certificate', certificate: ownCertificate },
  { type: 'end', rung: 'tls', outcome: 'failed', tookMs: 1, problem },
  { type: 'stopped', rung: 'tls', problem },
];

let changes: DeviceChange[];
let probes: number;
beforeEach(async () => {
  document.documentElement.lang = 'en';
  changes = [];
  probes = 0;
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    if (String(input) === routes.probes) {
      probes += 1;
      return new Response(changed.map((event) => `${JSON.stringify(event)}\n`).join(''));
    }
    changes.push(JSON.parse(String(init?.body)) as DeviceChange);
    return Response.json(device);
  });
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <TestDeviceDialog device={device} onClose={() => undefined} />
    </QueryClientProvider>,
  );
});
afterEach(() => vi.unstubAllGlobals());

test('a changed certificate is shown beside the one that was trusted, and can take its place', async () => {
  const panel = page.getByRole('region', { name: 'The certificate has changed' });
  await expect.element(panel).toHaveTextContent('CN=before');
  await expect.element(panel).toHaveTextContent('CN=camera');
  expect(changes).toEqual([]);
  await page.getByRole('button', { name: 'Trust the new certificate' }).click();
  await expect.poll(() => probes).toBe(2);
  expect(changes).toEqual([{ certificate: ownCertificate }]);
});
