import { Circle, CircleDot, CircleHelp } from 'lucide-react';
import type { InputView } from '../../api/site-control.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { momentText } from './moment-text.ts';

const looks = {
  on: { icon: CircleDot, ink: 'text-accent' },
  off: { icon: Circle, ink: 'text-text-3' },
  unknown: { icon: CircleHelp, ink: 'text-p2' },
} as const;

export interface InputRowProps {
  readonly input: InputView;
  readonly number: number;
  readonly nowMs: number;
  readonly zone: string;
}

/** One input with its state, by shape and word as well as by colour. */
export function InputRow({ input, number, nowMs, zone }: InputRowProps) {
  const { name, state, sinceMs } = input;
  const { icon: Icon, ink } = looks[state];
  return (
    <li className="flex min-h-8 items-center gap-2.5 text-sm">
      <Icon aria-hidden className={classNames('size-4 shrink-0', ink)} />
      <span className="min-w-0 grow wrap-anywhere">
        <bdi>{name || t('site.input.unnamed', { number })}</bdi>
      </span>
      <span className={state === 'unknown' ? 'text-p2' : 'text-text-2'}>
        {state === 'unknown'
          ? t('site.input.since', { time: momentText(sinceMs, nowMs, zone) })
          : t(`site.input.state.${state}`)}
      </span>
    </li>
  );
}
