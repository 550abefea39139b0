export function AlarmRoute() {
  return null;
}
