import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Product, runProduct, type SeededDevice } from '../scripts/run-product.ts';
import { SiteControl } from '../scripts/site-control.ts';
import type { ExportView } from '../src/api/exports.ts';
import { routes } from '../src/api/routes.ts';
import { problems } from '../src/messages/en-problems.ts';
import { startCountingRelay } from './support/counting-relay.ts';
import { exportIn, orderExport, recorder } from './support/export-orders.ts';
import { expect, test } from './support/test.ts';
import { readCameras } from './support/wall.ts';

/** So that the film takes longer than it takes to break its line. */
const slowly = { bytesPerSecond: 40_000 };

// Its recorder gives out slowly meanwhile, whoever asks.
test.use({ siteName: 'exports-broken' });

test.describe('an export that breaks off', { tag: '@recordings' }, () => {
  test('by the death of the server is shown as interrupted, goes on and ends whole', async ({
    site,
  }, testInfo) => {
    const control = new SiteControl(site.value.controlOrigin);
    const product = await runProduct([recorderOf(site.value.devices)]);
    try {
      await control.disturbExports(recorder, slowly);
      const made = await orderExport(product, control);
      await untilBytesCome(product, made);
      await product.stopProxy('SIGKILL');
      await control.disturbExports(recorder, {});
      await product.startProxy();

      const interrupted = await exportIn(product, made, 'interrupted');
      expect(interrupted).toMatchObject({
        progress: null,
        cameras: [{ state: 'waiting', files: 0 }],
      });
      expect((await product.ask(routes.evidencePack(made.id))).status).toBe(404);
      await connected(product);
      const again = await product.ask(routes.retryExport(made.id), { method: 'POST', body: '{}' });
      expect(again.status).toBe(200);
      const whole = await exportIn(product, made, 'done', 'failed');
      expect(whole).toMatchObject({ state: 'done', cameras: [{ problem: null, files: 2 }] });

      const zip = testInfo.outputPath('evidence.zip');
      const pack = await product.ask(routes.evidencePack(made.id));
      await writeFile(zip, Buffer.from(await pack.arrayBuffer()));
      const tsx = ['--import', 'tsx', 'scripts/verify.ts', zip];
      const { stdout } = await promisify(execFile)(process.execPath, tsx);
      expect(stdout).toContain('as they were written');
    } finally {
      await control.disturbExports(recorder, {});
      await product.stop();
    }
  });

  test('by a cut of the network ends with a reason that has words, and no half file', async ({
    site,
  }) => {
    const control = new SiteControl(site.value.controlOrigin);
    const device = recorderOf(site.value.devices);
    const relay = await startCountingRelay(device.origin);
    const product = await runProduct([{ ...device, origin: relay.origin }]);
    try {
      await control.disturbExports(recorder, slowly);
      const made = await orderExport(product, control);
      await untilBytesCome(product, made);
      await relay.stop();
      const failed = await exportIn(product, made, 'failed', 'done');
      expect(failed).toMatchObject({
        state: 'failed',
        bytes: 0,
        cameras: [{ state: 'failed', files: 0 }],
      });
      const reason = failed.cameras[0]?.problem?.reason;
      expect(['connection-lost', 'connection-refused']).toContain(reason);
      expect(problems).toHaveProperty([`problem.${reason}`]);
      expect((await product.ask(routes.evidencePack(made.id))).status).toBe(404);
    } finally {
      await control.disturbExports(recorder, {});
      await product.stop();
      await relay.stop();
    }
  });
});

function recorderOf(devices: readonly SeededDevice[]): SeededDevice {
  const found = devices.find(({ name }) => name === recorder);
  if (found === undefined) throw new RangeError('no recorder');
  return found;
}

const connected = (product: Product) =>
  readCameras(product, 1, ({ state }) => state === 'connected');

async function untilBytesCome(product: Product, { id }: ExportView): Promise<void> {
  const bytes = async () => {
    const reply = await product.ask(routes.exportOf(id));
    return ((await reply.json()) as ExportView).bytes;
  };
  await expect.poll(bytes, { timeout: 20_000, intervals: [50] }).toBeGreaterThan(0);
}
