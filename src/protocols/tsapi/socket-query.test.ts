import { expect, it } from 'vitest';
import { tsapi } from './tsapi.ts';

it('signs a socket in as the examples of "Web Sockets (RFC6455)" do', () => {
  const { authentication } = tsapi;
  const account = { username: 'demo', password: '!1234qwer' };
  const query = authentication.kind === 'session' ? authentication.socketQuery?.(account) : null;
  expect(query).toEqual({ auth: 'ZGVtbzohMTIzNHF3ZXI=' });
});
