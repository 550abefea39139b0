import { generate } from 'selfsigned';

export interface MadeCertificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate that nobody vouches for, as cameras make them for themselves. */
export async function makeCertificate(
  name: string,
  valid: { readonly from?: Date; readonly until?: Date } = {},
): Promise<MadeCertificate> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ...(valid.from && { notBeforeDate: valid.from }),
    ...(valid.until && { notAfterDate: valid.until }),
  });
  return { key: made.private, cert: made.cert };
}
