/** What `IO:Status=` tells of one input (5.4.2). */
interface InputStatus {
  readonly enabled: boolean;
  readonly closed: boolean;
  /** Whether closed is its quiet state. */
  readonly normallyClosed: boolean;
  readonly active: boolean;
}

interface OutputStatus {
  readonly closed: boolean;
  /** Whether closed is its active state. */
  readonly activeClosed: boolean;
  readonly active: boolean;
}

export interface IoStatus {
  /** Inputs 1 to 8. */
  readonly inputs: readonly InputStatus[];
  /** Outputs 1 to 8. */
  readonly outputs: readonly OutputStatus[];
}

/**
 * Seven bytes as hexadecimal digits, `XX0` to `XX6`; the lowest bit of each is number 1.
 * Undefined for anything else.
 */
export function ioStatus(hexadecimal: string): IoStatus | undefined {
  if (!/^[0-9a-f]{14}$/i.test(hexadecimal)) return undefined;
  const byte = (index: number) => Number.parseInt(hexadecimal.slice(index * 2, index * 2 + 2), 16);
  const ports = [0, 1, 2, 3, 4, 5, 6, 7];
  const is = (index: number, port: number) => ((byte(index) >> port) & 1) === 1;
  return {
    inputs: ports.map((port) => ({
      enabled: is(0, port),
      closed: is(1, port),
      normallyClosed: is(3, port),
      active: is(5, port),
    })),
    outputs: ports.map((port) => ({
      closed: is(2, port),
      activeClosed: is(4, port),
      active: is(6, port),
    })),
  };
}
