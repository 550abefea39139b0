import { DeviceError } from '../../domain/device-error.ts';
import type { EndpointCall } from '../../protocols/protocol.ts';

const longestTargetLength = 8192;
/** Anything a request line cannot carry as it is: a space or a control would end or split it. */
const unprintable = /[^\x21-\x7e]/;

/** Refuses a path and query that would change the request it is written into. */
export function checkedTarget(target: string): string {
  const isPath = target.startsWith('/');
  if (!isPath || target.length > longestTargetLength || unprintable.test(target)) {
    throw new DeviceError('rejected', 'illegal-parameter', { detail: 'target' });
  }
  const hash = target.indexOf('#');
  return hash === -1 ? target : target.slice(0, hash);
}

/** The path and query of a call: `{name}` filled in, flags as bare names, the rest encoded. */
export function requestTarget(call: EndpointCall): string {
  const query = new Map(Object.entries(call.query ?? {}));
  const path = call.endpoint.path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = query.get(name);
    query.delete(name);
    const text = value === undefined || value === true ? '' : String(value);
    if (text === '' || text === '.' || text === '..') {
      throw new DeviceError('rejected', 'illegal-parameter', {
        operation: call.endpoint.id,
        detail: name,
      });
    }
    return encodeURIComponent(text);
  });
  const pairs: string[] = [];
  for (const [name, value] of query) {
    if (value === undefined) continue;
    const key = encodeURIComponent(name);
    pairs.push(value === true ? key : `${key}=${encodeURIComponent(String(value))}`);
  }
  if (pairs.length === 0) return checkedTarget(path);
  return checkedTarget(`${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`);
}
