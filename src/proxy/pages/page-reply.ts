import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { boundedBody } from '../link/bounded-body.ts';
import type { OpenStream } from '../link/device-connection.ts';
import { replyText } from '../link/reply-text.ts';
import type { PageScrub } from './page-scrub.ts';

const safeType = /^[a-z0-9.+-]+\/[a-z0-9.+-]+(?:; ?[a-z-]+="?[\w.-]+"?)*$/i;
const textType =
  /^(?:text\/.*|application\/(?:javascript|x-javascript|ecmascript|xml|x-mpegurl|vnd\.apple\.mpegurl)|.*\+xml)$/;
const jsonType = /^(?:application|text)\/(?:[\w.-]+\+)?json$/;
const htmlType = /^(?:text\/html|application\/xhtml\+xml)$/;
const wholeBounds = {
  maximumBytes: 4 * 1024 * 1024,
  deadlineMs: 10_000,
  trickleMs: 5000,
  trickleBytes: 160,
};

/** Gives the focus back to the dashboard. Served by us, beside what the device serves. */
export const leavePath = '/__w/leave.js';
/** A frame may always focus its parent; no word is exchanged, so the dashboard listens to none. */
export const leaveScript =
  "addEventListener('keydown',(e)=>{if(e.key==='Escape')parent.focus()},true);\n";
const leaveTag = `<script src="${leavePath}"></script>`;
/** Before a doctype it would change how the page is laid out. */
const beginning = /^\uFEFF?(?:\s|<!--[\s\S]{0,4096}?-->)*<!doctype[^>]*>/i;

/** Sends on what a device answered, without what is nobody's business. */
export async function sendPagePart(
  part: OpenStream,
  response: ServerResponse,
  scrub: PageScrub,
): Promise<void> {
  const { status, contentType, contentTypeLine, body } = part;
  if (jsonType.test(contentType) || htmlType.test(contentType)) {
    const text = replyText(await boundedBody(body, wholeBounds, 'page'), contentTypeLine);
    const clean = htmlType.test(contentType) ? withLeave(scrub.text(text)) : scrub.json(text);
    response.setHeader('content-type', `${contentType}; charset=utf-8`);
    response.writeHead(status).end(clean);
    return;
  }
  const type = safeType.test(contentTypeLine) ? contentTypeLine : 'application/octet-stream';
  response.setHeader('content-type', type);
  response.writeHead(status);
  if (textType.test(contentType)) await pipeline(body, scrub.lines(), response);
  else await pipeline(body, response);
}

function withLeave(html: string): string {
  const [start = ''] = beginning.exec(html) ?? [];
  return `${start}${leaveTag}${html.slice(start.length)}`;
}
