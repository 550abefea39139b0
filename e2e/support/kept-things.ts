import type { Product } from '../../scripts/run-product.ts';
import { routes } from '../../src/api/routes.ts';

/** A bookmark that would be taken, if it were let through. */
export const intrudingBookmark = ({ cameraId }: Readonly<Record<string, string>>) => ({
  ...{ fromMs: 0, toMs: null, cameraIds: [cameraId], note: 'Intruder', tags: [] },
});

export async function keptBookmark(product: Product, cameraId: string): Promise<string> {
  const body = { fromMs: 0, toMs: null, cameraIds: [cameraId], note: 'Kept', tags: [] };
  const reply = await product.ask(routes.bookmarks, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return ((await reply.json()) as { id: string }).id;
}

/** @returns a case with a bookmark in it, as the address of that has them */
export async function openCase(product: Product, cameraId: string) {
  const post = { method: 'POST' } as const;
  const content = JSON.stringify({ title: 'Open', text: '' });
  const made = await product.ask(routes.cases, { ...post, body: content });
  const { id: caseId } = (await made.json()) as { id: string };
  const item = { kind: 'bookmark', id: await keptBookmark(product, cameraId) };
  await product.ask(routes.caseItems(caseId), { ...post, body: JSON.stringify(item) });
  return { caseId, kind: item.kind, itemId: item.id };
}
