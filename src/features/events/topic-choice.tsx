import type { ReactElement } from 'react';
import { type EventTopic, eventTopics } from '../../domain/device-event.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { topicIcons } from './topic-icons.ts';

export interface TopicChoiceProps {
  /** Empty is all. */
  readonly chosen: readonly EventTopic[];
  readonly onChoose: (topic: EventTopic) => void;
}

export function TopicChoice({ chosen, onChoose }: TopicChoiceProps): ReactElement {
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1">
      <legend className="mb-1 text-xs text-text-2">{t('events.filter.topics')}</legend>
      {eventTopics.map((topic) => {
        const Icon = topicIcons[topic];
        const isChosen = chosen.includes(topic);
        return (
          <button
            key={topic}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose(topic)}
            className={classNames(
              'inline-flex min-h-8 items-center gap-1.5 rounded-control border px-2 text-xs pointer-coarse:min-h-11',
              isChosen
                ? 'border-accent bg-hover font-semibold text-text'
                : 'border-line text-text-2 hover:bg-hover hover:text-text',
            )}
          >
            <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />
            {t(`events.topic.${topic}`)}
          </button>
        );
      })}
    </fieldset>
  );
}
