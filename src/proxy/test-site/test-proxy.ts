import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ProbeEvent, probeEventSchema } from '../../api/probe.ts';
import { guardHeader } from '../../api/routes.ts';
import type { ProxyOptions } from '../proxy-options.ts';
import { type RunningProxy, startProxy } from '../start-proxy.ts';

/** A real proxy on a free port, with data of its own, and all that it ever said. */
export class TestProxy {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'watchfloor-proxy-'));
  /** Every body and header line that left it, and every line of its log. */
  readonly said: string[] = [];
  #running: RunningProxy | undefined;

  async start(options: Partial<ProxyOptions> = {}): Promise<void> {
    this.#running = await startProxy({
      options: {
        port: 0,
        dataFolder: path.join(this.folder, 'data'),
        keyFile: path.join(this.folder, 'keys', 'master.key'),
        appFolder: path.join(this.folder, 'app'),
        allowLoopback: true,
        pagePorts: [],
        log: { level: 'trace', stream: { write: (line: string) => void this.said.push(line) } },
        ...options,
      },
    });
  }

  get origin(): string {
    return this.#running?.origin ?? '';
  }

  async stop(): Promise<void> {
    await this.#running?.stop();
    this.#running = undefined;
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async ask(
    method: string,
    address: string,
    body?: unknown,
  ): Promise<{ status: number; headers: Headers; text: string; json: () => unknown }> {
    const reply = await fetch(`${this.origin}${address}`, {
      method,
      headers: {
        cookie: 'browser=1',
        referer: `${this.origin}/browser`,
        ...(method === 'GET'
          ? {}
          : { origin: this.origin, [guardHeader]: '1', 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    this.said.push(text, JSON.stringify([...reply.headers]));
    return { status: reply.status, headers: reply.headers, text, json: () => JSON.parse(text) };
  }

  /** Climbs the whole ladder. Every line is checked against the contract. */
  async probe(request: object): Promise<ProbeEvent[]> {
    const { text } = await this.ask('POST', '/api/probes', request);
    return text
      .trim()
      .split('\n')
      .map((line) => probeEventSchema.parse(JSON.parse(line)));
  }
}
