import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { requestBody } from './reply-text.ts';
import { connect, endpoint, reply, serve } from './test-server.ts';

const form = 'application/x-www-form-urlencoded';

describe('requestBody', () => {
  it.each([
    [undefined, undefined, undefined, undefined],
    ['text', undefined, 'text', 'text/plain; charset=utf-8'],
    [{ name: 'Gate' }, undefined, '{"name":"Gate"}', 'application/json'],
    [{ name: 'Gate' }, 'json', '{"name":"Gate"}', 'application/json'],
    [{ name: 'Tür & Tor', on: 1, off: 0 }, 'form', 'name=T%C3%BCr+%26+Tor&on=1&off=0', form],
    [{ name: '', left: undefined }, 'form', 'name=', form],
    [undefined, 'form', undefined, undefined],
  ] as const)('sends %j as %s', (body, bodyType, text, contentType) => {
    expect(requestBody(body, bodyType)).toEqual({ body: text, contentType });
  });

  it.each([[{ deep: {} }], [{ on: true }], [{ list: [1] }], [{ nothing: null }]])(
    'refuses the form %j',
    (body) => {
      expect(() => requestBody(body, 'form')).toThrow(DeviceError);
    },
  );

  it('is asked for a form by the row of the endpoint', async () => {
    const server = await serve((socket) => socket.write(reply('OK')));
    const link = connect(server.origin);
    try {
      const row = { ...endpoint, method: 'POST', bodyType: 'form' } as const;
      await link.call({ endpoint: row, body: { name: 'Gate 1' } });
      expect(server.requests[0]).toMatch(/^content-type: application\/x-www-form-urlencoded$/im);
      expect(server.requests[0]).toMatch(/^content-length: 11$/im);
    } finally {
      await link.close();
      await server.close();
    }
  });
});
