import type { ServerResponse } from 'node:http';

const realm = 'SecuritySpy';

export function sendBody(
  response: ServerResponse,
  type: string,
  body: string | Uint8Array,
  status = 200,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-cache',
  });
  response.end(bytes);
}

export function sendText(response: ServerResponse, text: string, status = 200): void {
  sendBody(response, 'text/plain; charset=utf-8', text, status);
}

export function sendHtml(response: ServerResponse, title: string, body: string): void {
  const page = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
${body}
</body>
</html>
`;
  sendBody(response, 'text/html; charset=utf-8', page);
}

/** Takes what follows the XML declaration. */
export function sendXml(response: ServerResponse, root: string): void {
  sendBody(response, 'text/xml; charset=utf-8', `<?xml version="1.0" encoding="utf-8"?>\n${root}`);
}

export function sendNotFound(response: ServerResponse): void {
  sendText(response, '404 Not Found', 404);
}

/** What a wrong password gets, and a missing right nearly everywhere too. */
export function sendUnauthorized(response: ServerResponse): void {
  response.setHeader('WWW-Authenticate', `Basic realm="${realm}"`);
  sendText(response, '401 Unauthorized', 401);
}
