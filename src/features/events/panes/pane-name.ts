import { t } from '../../../messages/t.ts';
import { type Pane, presetOf } from './pane.ts';

const mostNamed = 2;

/** What its person called it, else what it shows. */
export function paneName({ name, topics, cameraIds }: Pane): string {
  if (name !== '') return name;
  const preset = presetOf(topics);
  const named = topics.slice(0, mostNamed).map((topic) => t(`events.topic.${topic}`));
  const others = topics.length - named.length;
  const what =
    preset !== undefined
      ? t(`events.preset.${preset}`)
      : others > 0
        ? t('events.pane.topics', { topics: named.join(', '), others })
        : named.join(', ');
  return cameraIds.length === 0
    ? what
    : t('events.pane.ofCameras', { what, count: cameraIds.length });
}
