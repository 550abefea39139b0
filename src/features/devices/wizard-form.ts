import type { ProbeFindings, ProbeRequest } from '../../api/probe.ts';

export interface CameraChoice {
  /** Named so, because the form library keeps `id` for itself. */
  cameraId: string;
  name: string;
  enabled: boolean;
}

/** Everything a person may type in the wizard; kept over all of its steps. */
export interface WizardForm {
  address: string;
  /** Empty: find out. */
  protocolId: string;
  username: string;
  password: string;
  name: string;
  cameras: CameraChoice[];
}

export const emptyWizard: WizardForm = {
  address: '',
  protocolId: '',
  username: '',
  password: '',
  name: '',
  cameras: [],
};

export function probeRequestOf(form: WizardForm): ProbeRequest {
  const { address, protocolId, username, password } = form;
  return {
    address: address.trim(),
    ...(protocolId !== '' && { protocolId }),
    ...((username !== '' || password !== '') && { username, password }),
  };
}

/**
 * The choices for what was found, with the names and ticks that the person gave before: a second
 * check of the same device must not undo them.
 */
export function choicesFor(findings: ProbeFindings, before: readonly CameraChoice[]) {
  const sameDevice = before.length === findings.cameras.length;
  return findings.cameras.map((camera, position): CameraChoice => {
    const kept = sameDevice ? before[position] : undefined;
    return {
      cameraId: camera.id,
      name: kept?.name ?? camera.name,
      enabled: kept?.enabled ?? true,
    };
  });
}
