const alarmPart = '[data-alarm]';

/** Gives the focus to the alarm that a part of it belongs to. The alarm carries `data-alarm`. */
export function focusAlarm(part: Element): void {
  const alarm = part.closest(alarmPart);
  if (alarm instanceof HTMLElement) alarm.focus();
}
