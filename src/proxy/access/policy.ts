/**
 * What a route lets a person do. `open` needs no right (the app itself), `view` shows a camera,
 * `control` acts on one, `administer` changes devices and settings.
 */
export const policies = ['open', 'view', 'control', 'administer'] as const;
export type Policy = (typeof policies)[number];

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy;
  }
}
