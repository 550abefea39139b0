import { routes } from '../../api/routes.ts';
import { sessionCookieName } from '../access/session-token.ts';
import type { TestProxy } from './test-proxy.ts';

export interface PairedScreen {
  readonly id: string;
  /** What `ask` takes as its token. */
  readonly token: string;
}

/** A screen that showed a code, was approved for a view and a group, and came in. */
export async function pairScreen(
  proxy: TestProxy,
  kiosk: { readonly name: string; readonly viewId: string; readonly groupId: string },
): Promise<PairedScreen> {
  const begun = await proxy.ask('POST', routes.pairings, undefined, '');
  const { code, secret } = begun.json() as { code: string; secret: string };
  const approved = await proxy.ask('POST', routes.kiosks, { code, ...kiosk });
  const { headers } = await proxy.ask('POST', routes.pairingClaim, { secret }, '');
  return { id: (approved.json() as { id: string }).id, token: tokenIn(proxy, headers) };
}

/** The token that a reply sets as the cookie; empty where it sets none. */
export function tokenIn({ origin }: TestProxy, headers: Headers): string {
  const name = sessionCookieName({ host: new URL(origin).host, scheme: 'http' });
  return new RegExp(`^${name}=([^;]+)`).exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
}
