import { CircleCheck, CircleOff, KeyRound } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraGroup, PersonView } from '../../api/people.ts';
import { roles } from '../../domain/role.ts';
import { t } from '../../messages/t.ts';
import type { Column } from '../../ui/data-table.tsx';
import { PastTime } from './past-time.tsx';

export interface PersonFacts {
  readonly groups: readonly CameraGroup[];
  /** Whose window it is. */
  readonly ownId: string | null;
  readonly nowMs: number;
}

export function personColumns({
  groups,
  ownId,
  nowMs,
}: PersonFacts): readonly Column<PersonView>[] {
  return [
    {
      id: 'name',
      label: t('people.column.name'),
      sortValue: ({ name }) => name,
      cell: ({ id, name }) => (
        <span className="font-medium wrap-anywhere">
          <bdi>{name}</bdi>
          {id === ownId && <span className="font-normal text-text-2"> ({t('people.you')})</span>}
        </span>
      ),
    },
    {
      id: 'role',
      label: t('people.column.role'),
      sortValue: ({ role }) => roles.indexOf(role),
      cell: ({ role }) => t(`role.${role}`),
    },
    {
      id: 'cameras',
      label: t('people.column.cameras'),
      cell: (person) => <span className="wrap-anywhere">{camerasText(person, groups)}</span>,
    },
    {
      id: 'last-sign-in',
      label: t('people.column.lastSignIn'),
      from: 'lg',
      sortValue: ({ lastSignInMs }) => lastSignInMs ?? 0,
      cell: ({ lastSignInMs }) => <PastTime atMs={lastSignInMs} nowMs={nowMs} />,
    },
    {
      id: 'sessions',
      label: t('people.column.sessions'),
      numeric: true,
      from: 'lg',
      sortValue: ({ openSessions }) => openSessions,
      cell: ({ openSessions }) => openSessions,
    },
    {
      id: 'state',
      label: t('people.column.state'),
      sortValue: (person) => stateOf(person),
      cell: (person) => <StateLabel state={stateOf(person)} />,
    },
  ];
}

function camerasText({ cameras }: PersonView, groups: readonly CameraGroup[]): string {
  if (cameras === 'all') return t('people.cameras.all');
  if (cameras.length === 0) return t('people.cameras.none');
  const names = cameras.map(
    (id) => groups.find((group) => group.id === id)?.name ?? t('people.cameras.missing'),
  );
  return new Intl.ListFormat(document.documentElement.lang, { type: 'unit' }).format(names);
}

type State = 'on' | 'off' | 'noPassword';

function stateOf({ enabled, hasPassword }: PersonView): State {
  if (!enabled) return 'off';
  return hasPassword ? 'on' : 'noPassword';
}

const looks = {
  on: { icon: CircleCheck, ink: 'text-ok' },
  off: { icon: CircleOff, ink: 'text-text-2' },
  noPassword: { icon: KeyRound, ink: 'text-text-2' },
} as const;

function StateLabel({ state }: { readonly state: State }): ReactElement {
  const { icon: Icon, ink } = looks[state];
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon aria-hidden className={`size-4 shrink-0 ${ink}`} />
      {t(`people.state.${state}`)}
    </span>
  );
}
