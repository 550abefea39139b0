import type { SimulatedDevice } from './device.ts';
import { IpCameraDevice } from './ipcamera/ip-camera-device.ts';
import type { SiteCamera } from './scenery/scene.ts';
import { standardCameras } from './scenery/site-cameras.ts';
import { SecuritySpy } from './securityspy/security-spy.ts';
import { OlderSecuritySpy } from './securityspy-legacy/older-security-spy.ts';

/** Makes a device; each call of `nextPort` gives it another port, in a fixed order. */
type MakeDevice = (nextPort: () => number, now: () => number) => SimulatedDevice;

/** What the whole site has beyond its recorder and network cameras. New ones go last, so that ports stay. */
const extraDevices: readonly MakeDevice[] = [
  (nextPort, now) => new SecuritySpy({ port: nextPort(), now }),
  (nextPort, now) => new OlderSecuritySpy({ port: nextPort(), now }),
  ...standardCameras.map(standardCamera),
];

/** The first turns, the second has contacts and finds faces. Each needs a port for each of its servers. */
function standardCamera(camera: SiteCamera, index: number): MakeDevice {
  return (nextPort, now) =>
    new IpCameraDevice({
      port: nextPort(),
      mjpegPort: nextPort(),
      rtspPort: nextPort(),
      camera,
      model: index === 0 ? 'ptz' : 'fixed',
      now,
    });
}

/** @param firstPort 0 lets every device take any free port */
export function createExtraDevices(firstPort: number, now: () => number): SimulatedDevice[] {
  let port = firstPort;
  const nextPort = (): number => {
    const given = port;
    if (firstPort > 0) port += 1;
    return given;
  };
  return extraDevices.map((make) => make(nextPort, now));
}
