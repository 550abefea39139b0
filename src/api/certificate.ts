import * as z from 'zod/mini';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** The certificate of a device, as much as a person needs to recognise it. */
export const deviceCertificateSchema = z.strictObject({
  subject: z.string().check(z.maxLength(200)),
  issuer: z.string().check(z.maxLength(200)),
  /** SHA-256 of the whole certificate, as browsers show it: `AB:CD:…`. */
  fingerprint: z.string().check(z.regex(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/)),
  /** SHA-256 of its public key, in hexadecimal: what is trusted, also after a renewal with that key. */
  key: hash,
  validFromMs: z.number(),
  validUntilMs: z.number(),
});
export type DeviceCertificate = z.infer<typeof deviceCertificateSchema>;

export const trustedKeySchema = hash;
