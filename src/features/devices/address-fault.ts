import { t } from '../../messages/t.ts';

const longestAddress = 2048;

/** @returns a sentence that says what to do, or undefined where the proxy should have a look. */
export function addressFault(typed: string): string | undefined {
  const address = typed.trim();
  if (address === '') return t('devices.address.missing');
  if (address.length > longestAddress) return t('devices.address.tooLong');
  if (/\s/.test(address)) return t('devices.address.spaces');
  const scheme = /^([a-z][a-z\d+.-]*:)\/\//i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined && !/^(?:http|ws|rtsp)s?:$/.test(scheme)) {
    return t('devices.address.scheme', { scheme: `${scheme}//` });
  }
  const authority = address.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const [, name = host, port] = /^(\[[^\]]*\]|[^:]*)(?::([^:]*))?$/.exec(host) ?? [];
  if (name === '') return t('devices.address.noHost');
  if (port !== undefined && !isPort(port)) return t('devices.address.badPort');
  return undefined;
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
