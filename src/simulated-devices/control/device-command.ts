import { isSecretName } from '../http/request-log.ts';

/** `read` changes nothing. `stop` ends a movement, `move` begins or changes one, presets and tours included. */
export type CommandKind =
  | 'move'
  | 'stop'
  | 'read'
  | 'preset'
  | 'output'
  | 'arming'
  | 'audio'
  | 'picture'
  | 'other';

/** What a device understood of a request. */
export interface DeviceCommand {
  /** The device's own number of the camera; 1 where there is only one, -1 where all are meant. */
  readonly camera: number;
  readonly kind: CommandKind;
  /** The name that the document gives it. */
  readonly command: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Outcome {
  readonly obeyed: boolean;
  /** What it did, or why it did not. */
  readonly what: string;
}

export function obeyed(what: string): Outcome {
  return { obeyed: true, what };
}

export function refused(what: string): Outcome {
  return { obeyed: false, what };
}

/** The parameters of a query, without credentials; `names` chooses, and all are taken where it is absent. */
export function parametersOf(
  query: URLSearchParams,
  names?: readonly string[],
): Readonly<Record<string, string>> {
  const chosen = [...query].filter(
    ([name]) => !isSecretName(name) && (names === undefined || names.includes(name)),
  );
  return Object.fromEntries(chosen);
}
