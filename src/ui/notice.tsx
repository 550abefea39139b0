import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';

const tones = {
  info: { icon: Info, look: 'border-s-accent', ink: 'text-accent' },
  done: { icon: CircleCheck, look: 'border-s-ok', ink: 'text-ok' },
  warning: { icon: TriangleAlert, look: 'border-s-p2', ink: 'text-p2' },
  error: { icon: OctagonAlert, look: 'border-s-p1', ink: 'text-p1' },
} as const;

export interface NoticeProps {
  readonly tone: keyof typeof tones;
  readonly title: string;
  /** What to do about it. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
}

/** A sentence that matters, with shape and colour. Errors are read out as soon as they appear. */
export function Notice({ tone, title, children, actions, className }: NoticeProps): ReactElement {
  const { icon: Icon, look, ink } = tones[tone];
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-3 rounded-control border border-line border-s-4 bg-raised px-4 py-3',
        look,
        className,
      )}
    >
      <div className="flex min-w-0 grow basis-64 items-start gap-3">
        <Icon aria-hidden className={classNames('mt-0.5 size-4 shrink-0', ink)} />
        <div className="min-w-0 wrap-anywhere">
          <p className="font-medium">{title}</p>
          {children !== undefined && <div className="text-text-2">{children}</div>}
        </div>
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
