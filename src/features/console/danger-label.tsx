import { Flame, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { EndpointView } from '../../api/console.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';

/** By word, shape and colour. */
export function DangerLabel({ danger }: { readonly danger: EndpointView['danger'] }): ReactElement {
  const Icon = danger === 'destructive' ? Flame : TriangleAlert;
  const inks = { safe: 'text-text', disruptive: 'text-p2', destructive: 'text-p1' };
  return (
    <span className={classNames('inline-flex shrink-0 items-center gap-1 text-xs', inks[danger])}>
      {danger !== 'safe' && <Icon aria-hidden className="size-3.5" />}
      {t(`console.danger.${danger}`)}
    </span>
  );
}
