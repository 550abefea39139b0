import * as z from 'zod/mini';

/** `GET /api/tls`: how the connection to this product is secured. */
export const tlsViewSchema = z.object({
  /** Our own certificate authority, a certificate that was given, or plain HTTP. */
  mode: z.enum(['own-authority', 'given', 'off']),
  /** SHA-256, in pairs of hexadecimal digits with colons between them. */
  fingerprints: z.object({
    authority: z.nullable(z.string()),
    certificate: z.nullable(z.string()),
  }),
  /** When the certificate ends; null without one. */
  notAfterMs: z.nullable(z.number()),
  /** Host names and addresses that the certificate holds for. */
  names: z.array(z.string()),
});
export type TlsView = z.infer<typeof tlsViewSchema>;
