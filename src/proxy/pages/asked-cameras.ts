/** Under which names devices take the camera that a request is about. */
const cameraKey =
  /^(?:ch|chs|cam|cams|camera|cameras|cameranum|camnum|cameraid|channels?|channelid)$/i;

/** The key of a part of a query, decoded; empty where there is none. */
export function keyOf(part: string): string {
  const [key] = new URLSearchParams(part).keys();
  return key ?? '';
}

/** The cameras that the parts of a query name, as the device numbers them. */
export function camerasIn(parts: readonly string[]): readonly string[] {
  return parts
    .filter((part) => isCameraKey(keyOf(part)))
    .flatMap((part) => [...new URLSearchParams(part).values()])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim());
}

export function isCameraKey(key: string): boolean {
  return cameraKey.test(key);
}
