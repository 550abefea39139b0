/** Parts of a path that say how, not what. */
const says = [
  /^(?:index|live|stream\d*|video\d*|videostream|mjpe?g|jpe?g|hls|flv|media|image\d*|snapshot|current|main|sub|playlist|master|cam|camera|api|h26[45]|cgi-bin|.*-cgi)$/i,
  /^\d+$/,
];

/** A name for the camera from the last part of its path that says something; '' if none does. */
export function nameFromTarget(target: string): string {
  const path = target.split(/[?#;]/)[0] ?? '';
  const parts = path.split('/').map(readable);
  return parts.findLast((part) => part !== '' && !says.some((word) => word.test(part))) ?? '';
}

function readable(part: string): string {
  const text = decoded(part).replace(/\.[a-z0-9]{1,5}$/i, '');
  return text
    .replace(/[\p{C}_+]+/gu, ' ')
    .trim()
    .slice(0, 60);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign: the part names nothing that a person would recognise.
    return '';
  }
}
