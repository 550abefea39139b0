import type { EndpointFilter } from './filter-endpoints.ts';

/** Where in the console a person is; the address of the page says it. */
export interface ConsolePlace extends EndpointFilter {
  /** The endpoint that is open. */
  readonly endpoint: string | null;
}
