import { t } from './t.ts';

/** The words for a part of the screen that failed; the shape is what `ui` asks for. */
export function panelWords(part: 'page' | 'wall' | 'tree' | 'focus' | 'facts') {
  return {
    happened: t('shell.fault.happened', { part: t(`shell.fault.part.${part}`) }),
    stillWorks: t('shell.fault.still'),
    todo: t('shell.fault.todo'),
    details: t('shell.fault.details'),
    copy: t('shell.fault.copy'),
    again: t('shell.fault.again'),
  };
}
