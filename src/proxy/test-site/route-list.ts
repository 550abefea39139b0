import type { FastifyInstance } from 'fastify';

export interface ListedRoute {
  readonly method: string;
  /** With `:name` for each parameter. */
  readonly url: string;
}

const stepWidth = 4;

/** Every route that an instance really has, read off the tree that it prints of itself. */
export function routesOf(app: FastifyInstance): readonly ListedRoute[] {
  const above: string[] = [];
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, branch = '', part = '', methods = ''] =
        /^((?:[│ ] {3})*[├└]── )(.+?) \(([A-Z, ]+)\)$/.exec(line) ?? [];
      if (part === '') return [];
      above.length = branch.length / stepWidth - 1;
      const url = above.join('') + part;
      above.push(part);
      return methods.split(', ').map((method) => ({ method, url }));
    });
}
