import type { Product } from '../scripts/run-product.ts';
import type { MeasuredBrowser } from './browser.ts';
import type { MeasuredPage } from './measured-page.ts';
import { pause } from './sources.ts';

/**
 * A page of the product's own origin that holds nothing but what is given: what a library makes of
 * our streams when it is used as it comes.
 * @param scripts texts that run one after the other
 */
export async function openBarePage(
  browser: MeasuredBrowser,
  { origin }: Pick<Product, 'origin'>,
  html: string,
  scripts: readonly string[],
): Promise<MeasuredPage> {
  const page = await browser.open(`${origin}/api/site`);
  const arrived = `location.origin === ${JSON.stringify(origin)} && document.readyState === 'complete'`;
  while (!(await page.evaluate(arrived))) await pause(50);
  await page.evaluate((markup: string) => {
    document.body.innerHTML = markup;
  }, html);
  for (const script of scripts) await page.evaluate(`${script};undefined`);
  return page;
}
