/** A zone as the device gives it: an IANA name, a fixed offset, or both. */
export interface DeviceZone {
  readonly name?: string | undefined;
  /** Minutes east of UTC, e.g. -300 for New York in winter. */
  readonly offsetMinutes?: number | undefined;
}

/** What a device says of itself. Everything is optional: unknown is not empty. */
export interface DeviceIdentity {
  readonly product?: string | undefined;
  readonly firmware?: string | undefined;
  readonly apiVersion?: string | undefined;
  readonly siteName?: string | undefined;
  readonly serial?: string | undefined;
  readonly zone?: DeviceZone | undefined;
  /** The device's clock when it answered, epoch ms. */
  readonly clockMs?: number | undefined;
  /** The account that the device knows us by, and the rights it names. */
  readonly account?: { readonly name: string; readonly rights: readonly string[] } | undefined;
}
