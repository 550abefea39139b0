/** For whoever receives a pack and knows nothing of this product. */
export function packReadme(publicKey: string): string {
  return `Evidence pack
=============

This folder holds recordings of cameras as their recorders gave them out. Nothing was converted.

  manifest.json    what was asked for, by whom and why; each camera with its time zone, by how much
                   its clock was wrong, and when nothing was recorded; each file with its SHA-256
  manifest.sig     the Ed25519 signature over manifest.json, 64 bytes
  public-key.pem   the key that the signature fits
  SHA256SUMS       the SHA-256 of each recording once more, for sha256sum
  *.vtt, *.srt, *.smi   subtitles: the date and time of each second of the film of that name

Is every recording as it was?

  sha256sum -c SHA256SUMS

Is the manifest as it was written?

  openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in manifest.json -sigfile manifest.sig

Does the SHA-256 of SHA256SUMS stand in manifest.json?

  sha256sum SHA256SUMS

A signature proves who signed only if you know the key from elsewhere. Ask whoever runs the control
room for the public key, by another way than this pack came, and compare:

  ${publicKey}

Times carry their offset from UTC. They are by the clock of the control room: that of a recorder is
corrected by the "clockOffsetMs" of its camera, in milliseconds, where it is known. Only subtitles that
a recorder wrote by itself are by its own clock. From "untoldFrom" of a camera on nobody knew yet, when
this pack was made, whether anything was recorded.
`;
}
