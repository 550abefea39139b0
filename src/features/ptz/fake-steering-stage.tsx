import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { expect, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ControlReport, ControlRequest } from '../../api/control.ts';
import type { SessionView } from '../../api/session.ts';
import { FakeSocket } from '../../device-access/fake-socket.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { endSessionParts } from '../../device-access/session-end.ts';
import { noOffers } from '../../domain/camera.ts';
import { type Role, verbsOf } from '../../domain/role.ts';
import { testCamera } from '../../playback/test-cameras.ts';
import { FakePtzProxy } from './fake-ptz-proxy.ts';
import type { ShownIn } from './picture-layer.tsx';
import { SteerBeside } from './steer-beside.tsx';
import { SteerOverPicture } from './steer-over-picture.tsx';
import { SteeringProvider } from './steering-scope.tsx';

const camera = testCamera([], { id: 'gate', offers: { ...noOffers, steering: true } });
const picture: ShownIn = {
  zoom: { factor: 1, x: 0, y: 0 },
  fit: 'contain',
  stream: () => ({ id: 'main', width: 400, height: 300 }),
};

function signedIn(role: Role): SessionView {
  return {
    state: 'signed-in',
    person: { id: 'p', name: 'Mira', role },
    may: [...verbsOf(role)],
    allCameras: true,
    locksAfterMs: 900_000,
    locked: false,
    hasPassword: true,
  };
}

/** The picture and the rail of a camera for a test, with a proxy and a socket that only pretend. */
export class FakeSteeringStage {
  readonly proxy = new FakePtzProxy();
  private readonly client = new QueryClient({ defaultOptions: { queries: { retry: false } } });

  constructor(role: Role = 'operator') {
    // The socket outlives a camera for a while, but no session.
    endSessionParts();
    FakeSocket.opened = [];
    vi.stubGlobal('WebSocket', FakeSocket);
    vi.stubGlobal('fetch', this.proxy.fetch);
    this.client.setQueryData(queryKeys.session, signedIn(role));
    this.client.setQueryData(queryKeys.cameras, [camera]);
  }

  /** Shows them, connected. @returns a function that takes them away */
  async show(): Promise<() => Promise<void>> {
    const leave = await this.render();
    await expect.element(page.getByRole('button', { name: 'PTZ', exact: true })).toBeVisible();
    this.say({ type: 'hello', windowId: 'w1' });
    return leave;
  }

  async render(): Promise<() => Promise<void>> {
    const { unmount } = await render(
      <QueryClientProvider client={this.client}>
        <SteeringProvider cameraId="gate" singleKeys>
          <div style={{ position: 'relative', width: 400, height: 300, background: '#345' }}>
            <SteerOverPicture camera={camera} picture={picture} />
          </div>
          <div style={{ width: 320 }}>
            <SteerBeside camera={camera} />
          </div>
        </SteeringProvider>
      </QueryClientProvider>,
    );
    return async () => void (await unmount());
  }

  say(report: ControlReport): void {
    FakeSocket.newest().say(report);
  }

  /** What the window asked of the camera, without the signs of being there. */
  asked(): ControlRequest[] {
    const all = FakeSocket.opened.flatMap(({ sent }) => sent as ControlRequest[]);
    return all.filter(({ type }) => type !== 'attend' && type !== 'leave');
  }

  moves() {
    return this.asked().flatMap((each) => (each.type === 'move' ? [each.velocity] : []));
  }

  stops(): number {
    return this.asked().filter(({ type }) => type === 'stop').length;
  }
}
