import type { Product } from '../../scripts/run-product.ts';
import type { SiteControl } from '../../scripts/site-control.ts';
import { type ExportView, exportSchema } from '../../src/api/exports.ts';
import { routes } from '../../src/api/routes.ts';
import { expect } from './test.ts';
import { readCameras } from './wall.ts';

export const recorder = 'Riverside recorder';

/** Orders twenty seconds of the first camera of the recorder that makes exports by itself. */
export async function orderExport(product: Product, control: SiteControl): Promise<ExportView> {
  const cameras = await readCameras(
    product,
    1,
    ({ deviceName, state }) => deviceName === recorder && state === 'connected',
  );
  const nowMs = Date.now();
  const day = { fromMs: nowMs - 86_400_000, toMs: nowMs - 3_600_000 };
  const pieces = await control.recordings(recorder, 1, day);
  // Within one file, whose number tests count; the clock of a device is known to the second.
  const piece = pieces.find(({ fromMs, toMs }) => fromMs >= day.fromMs && toMs - fromMs > 30_000);
  const fromMs = (piece?.fromMs ?? day.fromMs) + 2000;
  const body = JSON.stringify({
    ...{ name: 'Gate at night', cameraIds: [cameras[0]?.id], fromMs, toMs: fromMs + 20_000 },
    ...{ subtitles: 'vtt', partBytes: null, password: null },
    ...{ submitter: 'Control room', recipient: 'Police', purpose: 'Theft of a bicycle' },
  });
  const reply = await product.ask(routes.exports, { method: 'POST', body });
  expect(reply.status, await reply.clone().text()).toBe(201);
  return exportSchema.parse(await reply.json());
}

/** The export once it is in one of the states. */
export async function exportIn(
  product: Product,
  { id }: ExportView,
  ...states: readonly ExportView['state'][]
): Promise<ExportView> {
  let found: ExportView | undefined;
  await expect
    .poll(
      async () => {
        found = exportSchema.parse(await (await product.ask(routes.exportOf(id))).json());
        return found.state;
      },
      { timeout: 30_000, intervals: [50, 100] },
    )
    .toMatch(new RegExp(`^(${states.join('|')})$`));
  return exportSchema.parse(found);
}
