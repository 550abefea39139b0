export type VoiceKey = 'listen' | 'talk';

const keys: Readonly<Record<string, VoiceKey>> = { m: 'listen', t: 'talk' };

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key does for the sound of the camera that is shown. */
export function voiceKey({ key, ctrlKey, metaKey, altKey }: Press): VoiceKey | null {
  if (ctrlKey || metaKey || altKey) return null;
  return keys[key.toLowerCase()] ?? null;
}
