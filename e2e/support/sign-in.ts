import type { BrowserContext } from '@playwright/test';
import type { Product } from '../../scripts/run-product.ts';
import type { Role } from '../../src/domain/role.ts';

/**
 * Gives a browser a session of its own, as signing in on the page would. Whoever tests signing in
 * goes by the page instead.
 */
export async function enter(context: BrowserContext, product: Product, role?: Role): Promise<void> {
  const cookie = await product.signIn(role);
  await context.addCookies([
    {
      ...cookie,
      // The browser counts loopback as safe; the one who sets the cookie for it wants to see TLS.
      url: secureOrigin(product),
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
    },
  ]);
}

/** The same, unless the browser is signed in there already. */
export async function enterOnce(context: BrowserContext, product: Product): Promise<void> {
  const port = new URL(product.origin).port;
  const held = await context.cookies(secureOrigin(product));
  if (held.some(({ name }) => name.endsWith(`-${port}`))) return;
  await enter(context, product);
}

function secureOrigin({ origin }: Product): string {
  return `https://${new URL(origin).hostname}`;
}
