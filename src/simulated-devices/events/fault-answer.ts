import type { ServerResponse } from 'node:http';
import { type EventFaults, garbage } from './event-faults.ts';

/** Plays a fault on one who asks for events instead of listening; true when it has. */
export function answeredByEventFault(response: ServerResponse, faults: EventFaults): boolean {
  switch (faults.current) {
    case null:
      return false;
    case 'silent':
      return true;
    case 'cut':
      response.destroy();
      return true;
    case 'refuse':
      response.writeHead(503, { 'Content-Length': 0 }).end();
      return true;
    case 'garbage':
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(garbage);
      return true;
  }
}
