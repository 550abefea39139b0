/** Why there is no microphone. Each has a sentence in the message catalogue. */
export const microphoneFaults = ['denied', 'missing', 'busy', 'insecure'] as const;
export type MicrophoneFault = (typeof microphoneFaults)[number];

export class MicrophoneRefusal extends Error {
  override readonly name = 'MicrophoneRefusal';
  readonly fault: MicrophoneFault;

  constructor(fault: MicrophoneFault, cause?: unknown) {
    super(`microphone ${fault}`, { cause });
    this.fault = fault;
  }
}

/** Names of the failures in the Media Capture and Streams specification. */
const faultsByName: Readonly<Record<string, MicrophoneFault>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
};

/**
 * Opens the microphone; whoever asks stops its tracks.
 * @throws MicrophoneRefusal
 */
export async function openMicrophone(): Promise<MediaStream> {
  // Browsers hide it on pages that did not come by TLS.
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  if (mediaDevices === undefined) throw new MicrophoneRefusal('insecure');
  try {
    return await mediaDevices.getUserMedia({
      audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true },
    });
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    throw new MicrophoneRefusal(faultsByName[name] ?? 'busy', cause);
  }
}
