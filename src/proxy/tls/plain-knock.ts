import type { Socket } from 'node:net';
import { type HostRule, isAllowedName } from '../access/same-site.ts';
import { barestHeaderLines } from '../api/security-headers.ts';

const handshakeRecord = 0x16;
/** How long whoever connects may say nothing. */
const silenceMs = 5000;
const farewellMs = 1000;
const request = /^(?:GET|HEAD) (\/[^\s]*) HTTP\/1\.[01]\r\n/;
const anyRequest = /^[A-Z]{3,10} \S+ HTTP\/1\.[01]\r?\n/;
const hostLines = /\r\nhost:[ \t]*([^\r\n]*)/gi;

/**
 * Looks at the first byte of a connection to a TLS port. Without that, plain HTTP would be dropped
 * without a word, and whoever types the address without `https://` sees a broken product.
 */
export function sortKnock(socket: Socket, hosts: HostRule, onHandshake: () => void): void {
  const silence = setTimeout(() => socket.destroy(), silenceMs);
  // Whoever hangs up here is of no interest; unheard, the failure would end the process.
  const drop = () => socket.destroy();
  socket.once('error', drop);
  socket.once('close', () => clearTimeout(silence));
  socket.once('data', (first: Buffer) => {
    clearTimeout(silence);
    socket.pause();
    if (first[0] !== handshakeRecord) return answerPlain(socket, first, hosts);
    socket.off('error', drop);
    socket.unshift(first);
    onHandshake();
  });
}

function answerPlain(socket: Socket, first: Buffer, hosts: HostRule): void {
  const text = first.toString('latin1');
  if (!anyRequest.test(text)) {
    socket.destroy();
    return;
  }
  socket.resume();
  socket.end(plainReply(text, hosts));
  setTimeout(() => socket.destroy(), farewellMs).unref();
}

/** Reading goes on by TLS at the same address; what would change something is not repeated. */
function plainReply(text: string, hosts: HostRule): string {
  const [host = '', second] = [...text.matchAll(hostLines)].map((line) => (line[1] ?? '').trim());
  if (second !== undefined || !isAllowedName(host, hosts)) {
    return reply('421 Misdirected Request', 'This name is not one of this server.', '');
  }
  const sentence = `This address needs TLS: open https://${host} instead.`;
  const target = request.exec(text)?.[1];
  return target === undefined
    ? reply('400 Bad Request', sentence, '')
    : reply('307 Temporary Redirect', sentence, `Location: https://${host}${target}\r\n`);
}

function reply(status: string, sentence: string, header: string): string {
  const body = `${sentence}\n`;
  return `HTTP/1.1 ${status}\r\n${header}Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\n${barestHeaderLines}Connection: close\r\n\r\n${body}`;
}
