import type { DeviceIdentity } from '../../domain/device-identity.ts';
import { deviceZone } from './device-time.ts';
import { percentText } from './percent-text.ts';
import type { ReportedInfo } from './replies.ts';

/** @param clockMs what the server's `Date` header said */
export function deviceIdentity(
  info: Partial<ReportedInfo>,
  clockMs: number | undefined,
): DeviceIdentity {
  const { timezone, whoAmI } = info;
  const accountName = said(whoAmI?.uid) ?? said(whoAmI?.name);
  return {
    product: said(info.product?.name),
    firmware: said(info.product?.version),
    apiVersion: said(info.apiVersion),
    siteName: said(info.siteName === undefined ? undefined : percentText(info.siteName)),
    zone: deviceZone(timezone?.name, timezone?.bias),
    clockMs,
    account:
      whoAmI && accountName !== undefined
        ? { name: accountName, rights: rightsOf(whoAmI) }
        : undefined,
  };
}

/** "User information": an object of switches since 0.5.0, a list of names before. */
function rightsOf(whoAmI: NonNullable<ReportedInfo['whoAmI']>): string[] {
  const { accessRights2, accessRights = [] } = whoAmI;
  if (accessRights2 === undefined) return accessRights.filter((right) => typeof right === 'string');
  return Object.keys(accessRights2).filter((right) => accessRights2[right] === true);
}

function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}
