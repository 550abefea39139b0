import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from '../parsing/html.ts';
import type { DeviceLink, EndpointCall } from '../protocol.ts';
import { callAsAllowed } from './camera-parameters.ts';
import { operationOf } from './endpoints.ts';
import { refuseError } from './replies.ts';

/** `ok.` of devices, “OK” of the document's summary, and `var result="ok";` of clones. */
const success = /^(?:ok\.?|(?:var\s{1,8})?result\s{0,8}=\s{0,8}["']?ok["']?\s{0,8};?)$/i;

/** Sends what the device acknowledges with one word. */
export async function sendCommand(link: DeviceLink, call: EndpointCall): Promise<void> {
  const { text } = await callAsAllowed(link, call);
  readAcknowledgement(text, operationOf(call.endpoint));
}

/** @throws DeviceError `rejected` for `error: …`, `malformed-reply` for anything but the word */
export function readAcknowledgement(text: string, operation: string): void {
  const body = text.trim();
  if (success.test(body)) return;
  refuseError(body, operation);
  if (body === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  const reason = looksLikeHtml(body) ? 'html-page' : 'unexpected-reply';
  throw new DeviceError('malformed-reply', reason, { operation });
}
