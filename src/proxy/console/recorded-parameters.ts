import type { ConsoleCall } from '../../api/console.ts';
import { isSecretName } from '../../domain/secret-name.ts';
import type { Endpoint } from '../../protocols/protocol.ts';
import { describeEndpoint, fieldOf } from './describe-endpoint.ts';
import { mask, maskText } from './mask-text.ts';

const longestValue = 200;
const longestBody = 2000;
const mostParameters = 64;

/** What the record keeps of a call: everything that was sent but its secrets. */
export function recordedParameters(
  endpoint: Endpoint | undefined,
  call: ConsoleCall,
): Record<string, string> {
  const kept: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(call.query).slice(0, mostParameters)) {
    // A name that the row does not have may be a slip, with a secret behind it.
    const known = endpoint !== undefined && !isHidden(endpoint, name);
    kept[name.slice(0, 128)] = known ? shortened(maskText(String(value)), longestValue) : mask;
  }
  if (call.body !== undefined) kept.body = shortened(bodyText(endpoint, call.body), longestBody);
  if (call.file !== undefined) kept.file = `${Math.floor((call.file.length * 3) / 4)} bytes`;
  return { ...kept };
}

/** The secrets that a person typed, so that no reply echoes them. */
export function typedSecrets(endpoint: Endpoint, call: ConsoleCall): string[] {
  const { bodySchema } = describeEndpoint(endpoint);
  const isSecret = (name: string, inBody: boolean) =>
    isSecretName(name) || (inBody && fieldOf(bodySchema, name)?.format === 'password');
  const found: string[] = [];
  for (const [name, value] of Object.entries(call.query)) {
    if (typeof value === 'string' && isHidden(endpoint, name)) found.push(value);
  }
  collect(call.body, isSecret, found);
  return found;
}

function collect(
  value: unknown,
  isSecret: (name: string, inBody: boolean) => boolean,
  found: string[],
): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, child] of Object.entries(value)) {
    if (typeof child === 'string' && isSecret(name, true)) found.push(child);
    else collect(child, isSecret, found);
  }
}

function isHidden(endpoint: Endpoint, name: string): boolean {
  const field = fieldOf(describeEndpoint(endpoint).query, name);
  return field === undefined || field.format === 'password' || isSecretName(name);
}

function bodyText(endpoint: Endpoint | undefined, body: unknown): string {
  if (endpoint === undefined) return mask;
  const secrets = typedSecrets(endpoint, { query: {}, body });
  return maskText(JSON.stringify(body) ?? '', secrets);
}

function shortened(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
