import { type Verb, verbs } from '../../domain/role.ts';
import type { Caller } from './caller.ts';

/** What a route asks of its caller: a verb, or `open` where nobody needs to be signed in. */
export const policies = ['open', ...verbs] as const;
export type Policy = 'open' | Verb;

/** A route as it was registered, with what it asks of its caller. */
export interface LabelledRoute {
  readonly method: string;
  readonly url: string;
  readonly policy: Policy;
  readonly fresh: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
    /** Whether the password must have been given in the last ten minutes. */
    fresh?: boolean;
    /** Whether the reply may last so long that the end of the session must cut it. */
    lasting?: boolean;
  }
  interface FastifyInstance {
    /** Every route there is. */
    labelledRoutes: readonly LabelledRoute[];
  }
  interface FastifyRequest {
    /** Who asks; set before any handler runs. */
    caller: Caller;
  }
}
