/** What makes a folder of files an evidence pack. */
export const manifestName = 'manifest.json';
/** The Ed25519 signature over the bytes of the manifest, 64 bytes. */
export const signatureName = 'manifest.sig';
