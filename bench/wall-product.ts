import { type Product, runProduct } from '../scripts/run-product.ts';
import { pause } from './sources.ts';

interface CameraFacts {
  readonly id: string;
  readonly streams: readonly { readonly id: string; readonly kind: string }[];
}

/** The cameras of the product, once all of them have a stream. */
export async function readyCameras(product: Product, count: number): Promise<CameraFacts[]> {
  for (;;) {
    const reply = await product.ask('/api/cameras');
    const { cameras } = (await reply.json()) as { cameras: CameraFacts[] };
    if (cameras.filter(({ streams }) => streams.length > 0).length >= count) return cameras;
    await pause(100);
  }
}

/** Saves a view in which every camera fills its tile to the edges; answers its address. */
export async function saveWall(
  product: Product,
  layout: string,
  cameraIds: readonly string[],
): Promise<string> {
  const cells = cameraIds.map((cameraId) => ({ cameraId, fit: 'fill', quality: 'auto' }));
  const reply = await product.ask('/api/views', {
    method: 'POST',
    body: JSON.stringify({ name: `Bench ${layout}`, layout, cells }),
  });
  const view = (await reply.json()) as { id: string };
  return `${product.origin}/live/${view.id}`;
}

/** A product whose only devices are `count` plain streams of one measurement camera. */
export async function runWall(sourcePort: number, count: number): Promise<Product> {
  return runProduct(
    Array.from({ length: count }, (_, index) => ({
      name: `Bench ${index + 1}`,
      protocol: 'plain-stream',
      origin: `http://127.0.0.1:${sourcePort}`,
      entryTarget: `/${index + 1}.mjpeg`,
    })),
  );
}
