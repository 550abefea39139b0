import { modulo32 } from './rtp-packets.ts';

const ntpEpochSeconds = 2_208_988_800;
const reportType = 200;
const reportBytes = 28;

export interface SentSoFar {
  readonly source: number;
  readonly packets: number;
  readonly octets: number;
}

/** Ties a track's timestamps to the wall clock (RFC 3550, 6.4.1). */
export function senderReport(sent: SentSoFar, nowMs: number, clockRate: number): Buffer {
  const report = Buffer.alloc(reportBytes);
  report[0] = 0x80;
  report[1] = reportType;
  report.writeUInt16BE(reportBytes / 4 - 1, 2);
  report.writeUInt32BE(modulo32(sent.source), 4);
  report.writeUInt32BE(modulo32(Math.floor(nowMs / 1000) + ntpEpochSeconds), 8);
  report.writeUInt32BE(Math.floor(((nowMs % 1000) / 1000) * 2 ** 32), 12);
  report.writeUInt32BE(modulo32(Math.floor((nowMs * clockRate) / 1000)), 16);
  report.writeUInt32BE(modulo32(sent.packets), 20);
  report.writeUInt32BE(modulo32(sent.octets), 24);
  return report;
}
