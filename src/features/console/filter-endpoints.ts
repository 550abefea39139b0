import { dangers, type EndpointView } from '../../api/console.ts';

/** Which endpoints a person wants to see; all of it stands in the address of the page. */
export interface EndpointFilter {
  readonly q: string;
  readonly danger: string;
  readonly role: string;
}

export const endpointRoles = ['viewer', 'operator', 'supervisor', 'administrator'] as const;
export const endpointDangers = dangers;

export function filterEndpoints(
  endpoints: readonly EndpointView[],
  { q, danger, role }: EndpointFilter,
): readonly EndpointView[] {
  const words = q.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return endpoints.filter(
    (endpoint) =>
      (danger === '' || endpoint.danger === danger) &&
      (role === '' || endpoint.role === role) &&
      words.every((word) => textOf(endpoint).includes(word)),
  );
}

const texts = new WeakMap<EndpointView, string>();

/** Everything that a search may mean, parameters too. */
function textOf(endpoint: EndpointView): string {
  const known = texts.get(endpoint);
  if (known !== undefined) return known;
  const { id, method, path, summary, section, query, bodySchema } = endpoint;
  const names = [query, bodySchema].flatMap((schema) => Object.keys(schema?.properties ?? {}));
  const text = [id, method, path, summary, section, ...names].join(' ').toLocaleLowerCase();
  texts.set(endpoint, text);
  return text;
}
