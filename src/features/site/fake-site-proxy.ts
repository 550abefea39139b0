import type { Problem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import type { ArmingView, OutputView } from '../../api/site-control.ts';
import type { ArmingChange } from '../../domain/arming.ts';
import type { PictureSettings } from '../../domain/camera.ts';

export const cameraId = 'gate';

/** A proxy for tests of the sections of a camera, with a device that does what it is told. */
export class FakeSiteProxy {
  readonly sent: string[] = [];
  /** Takes every command and does nothing. */
  lazy = false;
  /** Answers every command with this. */
  refusal: Problem | null = null;
  /** Answers every question with this. */
  silence: Problem | null = null;
  outputs: OutputView[] = [
    { id: 'relay-r1', kind: 'relay', name: 'Door', state: 'off' },
    { id: 'aux-1', kind: 'aux', name: '', state: 'unknown' },
  ];
  arming: ArmingView = {
    modes: [
      { mode: 'continuous', armed: true, scheduleId: '1', overrideId: '0' },
      { mode: 'motion', armed: null, scheduleId: null, overrideId: null },
    ],
    schedules: [
      { id: '0', name: 'Never' },
      { id: '1', name: 'Always' },
    ],
    overrides: [
      { id: '0', name: 'None' },
      { id: '2', name: 'Unarmed for 1 hour' },
    ],
    presets: [{ id: '7', name: 'Night' }],
    switches: [{ id: 'tamper', name: '', what: 'tampering', on: false }],
  };
  picture: PictureSettings = {
    brightness: { value: 128, maximum: 255 },
    mode: '50hz',
    flipped: false,
  };

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const path = String(input);
    const method = init?.method ?? 'GET';
    if (method === 'GET') return this.silence ? problem(this.silence) : this.answer(path);
    const body = JSON.parse(String(init?.body));
    this.sent.push(`${method} ${path} ${JSON.stringify(body)}`);
    if (this.refusal) return problem(this.refusal);
    if (!this.lazy) this.change(path, body);
    return new Response(null, { status: 204 });
  };

  private answer(path: string): Response {
    if (path === routes.outputs(cameraId)) return Response.json({ outputs: this.outputs });
    if (path === routes.arming(cameraId)) return Response.json(this.arming);
    return Response.json(this.picture);
  }

  private change(path: string, body: object): void {
    if (path === routes.arming(cameraId)) this.arm(body as ArmingChange);
    else if (path === routes.pictureSettings(cameraId)) this.adjust(body);
    else this.switch(path, body as { on: boolean });
  }

  private switch(path: string, { on }: { readonly on: boolean }): void {
    const state = on ? 'on' : 'off';
    const lastCommand = { on, by: 'Kim', atMs: Date.UTC(2026, 10, 25, 14, 5, 12) };
    this.outputs = this.outputs.map((output) =>
      path === routes.output(cameraId, output.id) ? { ...output, state, lastCommand } : output,
    );
  }

  private arm(change: ArmingChange): void {
    const { modes, switches } = this.arming;
    if (change.kind === 'mode') {
      const { mode, armed } = change;
      const next = modes.map((one) => (one.mode === mode ? { ...one, armed } : one));
      this.arming = { ...this.arming, modes: next };
    }
    if (change.kind === 'switch') {
      const { switchId, on } = change;
      const next = switches.map((one) => (one.id === switchId ? { ...one, on } : one));
      this.arming = { ...this.arming, switches: next };
    }
  }

  private adjust({ brightness, ...others }: { readonly brightness?: number }): void {
    this.picture = {
      ...this.picture,
      ...others,
      ...(brightness !== undefined && { brightness: { value: brightness, maximum: 255 } }),
    };
  }
}

function problem(body: Problem): Response {
  return Response.json(body, { status: body.reason === 'confirm-needed' ? 403 : 502 });
}
