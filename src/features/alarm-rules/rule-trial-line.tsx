import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { RuleContent } from '../../api/alarm-rules.ts';
import { ruleTrialQuery } from '../../device-access/alarm-rules.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { useSettled } from '../../playback/use-settled.ts';
import { classNames } from '../../ui/class-names.ts';

const settleMs = 500;
/** What one desk can look at in a day, all rules together. */
const manageablePerDay = 150;

/** How often the rule would have raised an alarm in the last day. @param content null while faulty */
export function RuleTrialLine({ content }: { readonly content: RuleContent | null }): ReactElement {
  const now = content === null ? '' : questionOf(content);
  const asked = useSettled(now, settleMs) ?? '';
  const trial = useQuery({ ...ruleTrialQuery(asked), enabled: asked !== '', retry: false });
  const { data, error } = trial;
  const isFresh = asked === now && data !== undefined;
  const many = isFresh && data.alarms > manageablePerDay;
  return (
    <section
      aria-label={t('rules.trial')}
      className={classNames(
        'rounded-control border border-line border-s-4 bg-raised px-4 py-3',
        many ? 'border-s-p2' : 'border-s-accent',
      )}
    >
      <h2 className="text-sm font-medium">{t('rules.trial')}</h2>
      <p role="status" className="text-text-2">
        {now === '' && t('rules.trial.faulty')}
        {now !== '' && !isFresh && error === null && t('rules.trial.asking')}
        {now !== '' &&
          error !== null &&
          t('rules.trial.failed', { why: problemText(problemOf(error)).what })}
        {isFresh && (
          <>
            <span className="block text-lg font-semibold text-text">
              {t('rules.trial.count', { count: data.alarms, whole: data.whole ? 'yes' : 'no' })}
            </span>
            {t(many ? 'rules.trial.many' : 'rules.trial.limit', { most: manageablePerDay })}{' '}
            {!data.whole && t('rules.trial.part', { count: data.looked })}
          </>
        )}
      </p>
    </section>
  );
}

/** What does not change how often it raises is asked as it were not there. */
function questionOf(content: RuleContent): string {
  return JSON.stringify({
    ...content,
    name: '',
    enabled: true,
    priority: 1,
    procedure: '',
    linkedCameraIds: [],
    sendings: [],
  } satisfies RuleContent);
}
