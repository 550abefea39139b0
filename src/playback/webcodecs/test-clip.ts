/** A minute of H.264 from the simulated site, camera 1 at 640x360, with the watermark of its camera. */
export async function fetchClip(): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await fetch('/src/simulated-devices/clips/ch1sub.flv');
  return new Uint8Array(await reply.arrayBuffer());
}

/** The tags of an FLV file as the proxy sends them: its header first, then a tag per message. */
export function messagesOf(file: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const headerBytes = 13;
  const messages = [file.slice(0, headerBytes)];
  for (let at = headerBytes; at + 11 < file.length; ) {
    const size = new DataView(file.buffer, file.byteOffset + at).getUint32(0) & 0xffffff;
    const end = at + 11 + size + 4;
    messages.push(file.slice(at, end));
    at = end;
  }
  return messages;
}

/** Whether a message holds a key frame of H.264. */
export function isKeyMessage(message: Uint8Array): boolean {
  return message[0] === 9 && message[11] === 0x17 && message[12] === 1;
}
