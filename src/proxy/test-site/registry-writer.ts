import { writeSync } from 'node:fs';
import { noCapabilities } from '../../domain/camera.ts';
import { Sealer } from '../registry/sealer.ts';
import { openStore } from '../store/open-store.ts';

/** A program that writes without pause until it is killed, and says which rows are kept. */
const [folder = '', first = '1'] = process.argv.slice(2);
const store = await openStore(folder, 1);
const sealer = new Sealer(Buffer.alloc(32, 7));

for (let number = Number(first); ; number += 1) {
  const row = {
    id: `d${number}`,
    name: `Recorder ${number}`,
    protocolId: 'tsapi',
    origin: `http://192.168.1.20:${number}`,
    entryTarget: '/',
    username: 'admin',
  };
  const { id: deviceId, origin } = row;
  const sealed = sealer.seal(`password ${number}`, { deviceId, field: 'password', origin });
  const camera = (channel: number) => ({
    id: `c${number}-${channel}`,
    deviceId,
    channel: String(channel),
    number: number * 2 + channel,
    name: `Gate ${number}`,
    enabled: true,
    description: { capabilities: noCapabilities, streams: [] },
  });
  await store.saveDevice(row, [{ deviceId, field: 'password', sealed }], [camera(0), camera(1)]);
  writeSync(1, `device ${number}\n`);
  const cells = [{ cameraId: `c${number}-0`, fit: 'contain', quality: 'auto' } as const];
  const view = { name: `Wall ${number}`, layout: '1', cells, alarmPolicy: 'border' } as const;
  await store.saveView({ id: `v${number}`, ...view });
  writeSync(1, `view ${number}\n`);
}
