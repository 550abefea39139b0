import { afterEach, beforeEach, expect, it } from 'vitest';
import { type StillCamera, startStillCamera } from './test-site/still-camera.ts';
import { TestProxy } from './test-site/test-proxy.ts';

let proxy: TestProxy;
let camera: StillCamera;
const lines: string[] = [];

beforeEach(async () => {
  lines.length = 0;
  proxy = new TestProxy();
  camera = await startStillCamera('guard', 'still-camera-password');
  const stream = { write: (line: string) => void lines.push(line) };
  await proxy.start({ log: { level: 'trace', stream } });
});
afterEach(async () => {
  await proxy.end();
  await camera.stop();
});

it('names what was done and never where: no address, no query, no name of a camera', async () => {
  const address = `http://127.0.0.1:${camera.port}/still.jpg?shot=canary-query`;
  const account = { username: 'guard', password: camera.password };
  const events = await proxy.probe({ address, ...account });
  const found = events.at(-1);
  const findings = found?.type === 'found' ? found.findings : undefined;
  const added = await proxy.ask('POST', '/api/devices', {
    draftId: findings?.draftId,
    name: 'Canary gate',
    cameras: [],
  });
  expect(added.status).toBe(201);
  const { id } = added.json() as { id: string };
  await proxy.ask('GET', `/api/cameras/${findings?.cameras[0]?.id}/snapshot?canary-asked=1`);
  camera.password = 'changed at the camera';
  await proxy.ask('GET', `/api/cameras/${findings?.cameras[0]?.id}/snapshot`);
  await proxy.probe({ address: `http://guard:canary-typed@127.0.0.1:${camera.port}/nothing` });
  await proxy.ask('PATCH', `/api/devices/${id}`, { address: 'canary-address', password: 'canary' });
  await proxy.ask('GET', '/api/nothing?canary-missing=1');
  await proxy.ask('GET', `/${'canary-long'.repeat(900)}`);

  expect(lines.length).toBeGreaterThan(8);
  const operations = lines.map((line) => JSON.parse(line) as { operation?: string });
  expect(operations.filter(({ operation }) => typeof operation !== 'string')).toEqual([]);
  const telling = new RegExp(
    `canary|Canary|\\?|still\\.jpg|guard|:${camera.port}|${camera.password}`,
  );
  expect(lines.filter((line) => telling.test(line))).toEqual([]);
});
