import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RequestFault } from '../request-fault.ts';

/** JSON is the only body there is; an empty one is none. What it holds, the schemas check. */
export function acceptOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: unknown) => {
      const text = String(body);
      if (text === '') return undefined;
      try {
        return JSON.parse(text);
      } catch {
        throw new RequestFault('invalid-input');
      }
    },
  );
}
