import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { parseJson } from '../parsing/json.ts';
import type { Peek, Recognition, Verdict } from '../protocol.ts';
import { infoApiVersion } from './endpoints-server.ts';
import { isLegacyDisabled } from './replies.ts';

/** "API version" prints `TS-API@` and a version; the request works without an account. */
const versionSchema = z.object({ apiVersion: z.string().regex(/^TS-API@\d+(?:\.\d+){0,3}/i) });

function judge(answer: Peek): Verdict | null {
  const text = new TextDecoder().decode(answer.head);
  if (answer.status === 404 && isLegacyDisabled(text)) {
    // Certain, but less so than a version: signing in says what has to be switched on.
    return { confidence: 0.9, evidence: 'Legacy API (v0) is disabled' };
  }
  try {
    const { apiVersion } = parseJson(text, versionSchema, `tsapi.${infoApiVersion.id}`);
    return { confidence: 1, evidence: apiVersion.slice(0, 40) };
  } catch (failure) {
    if (failure instanceof DeviceError) return null;
    throw failure;
  }
}

export const recognition: Recognition = {
  target: () => `${infoApiVersion.path}?apiVersion`,
  judge,
};
