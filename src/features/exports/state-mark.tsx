import {
  CircleAlert,
  CircleCheck,
  CircleOff,
  CirclePause,
  CircleX,
  Clock3,
  LoaderCircle,
  Stamp,
  TriangleAlert,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { standingOf } from '../../device-access/export-standing.ts';
import { t } from '../../messages/t.ts';

const looks = {
  waiting: { icon: Clock3, ink: 'text-text-2' },
  running: { icon: LoaderCircle, ink: 'text-accent' },
  packing: { icon: Stamp, ink: 'text-accent' },
  done: { icon: CircleCheck, ink: 'text-ok' },
  partly: { icon: TriangleAlert, ink: 'text-p2' },
  failed: { icon: CircleAlert, ink: 'text-p1' },
  nothing: { icon: CircleOff, ink: 'text-text-2' },
  cancelled: { icon: CircleX, ink: 'text-text-2' },
  interrupted: { icon: CirclePause, ink: 'text-p2' },
} as const;

/** How it stands, in a word with a shape. */
export function StateMark({
  found,
}: {
  readonly found: Pick<ExportView, 'state' | 'cameras'>;
}): ReactElement {
  const standing = standingOf(found);
  const { icon: Icon, ink } = looks[standing];
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-medium ${ink}`}>
      <Icon aria-hidden className="size-4" />
      {t(`exports.state.${standing}`)}
    </span>
  );
}
