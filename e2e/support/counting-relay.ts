import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CountingRelay {
  readonly origin: string;
  /** Connections to the device that are open now. */
  readonly open: () => number;
  readonly stop: () => Promise<void>;
}

/** Stands before a device and counts who is connected to it. */
export async function startCountingRelay(deviceOrigin: string): Promise<CountingRelay> {
  const { hostname, port } = new URL(deviceOrigin);
  const callers = new Set<Socket>();
  const server = createServer((caller) => {
    const device = connect(Number(port), hostname);
    callers.add(caller);
    caller.on('close', () => {
      callers.delete(caller);
      device.destroy();
    });
    device.on('close', () => caller.destroy());
    for (const socket of [caller, device]) socket.on('error', () => socket.destroy());
    caller.pipe(device).pipe(caller);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open: () => callers.size,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const caller of callers) caller.destroy();
      }),
  };
}
