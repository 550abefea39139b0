import type { ReactElement, ReactNode } from 'react';
import { t } from '../../messages/t.ts';
import { PageFrame } from '../../ui/page-frame.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

const ids = ['people', 'groups', 'sessions', 'screens'] as const;
type TabId = (typeof ids)[number];

export interface PeoplePageProps<Tab extends TabId> {
  readonly tab: Tab;
  readonly onTab: (tab: Tab) => void;
  /** The screens that nobody sits at; another part of the app looks after them. */
  readonly screens?: ReactNode;
}

/** Who may come in, what they see, and where they are signed in. */
export function PeoplePage<Tab extends TabId>(props: PeoplePageProps<Tab>): ReactElement {
  const { tab, onTab, screens } = props;
  const panels: Record<TabId, ReactNode> = {
    people: <PeoplePanel />,
    groups: <GroupsPanel />,
    sessions: <SessionsPanel />,
    screens,
  };
  return (
    <PageFrame title={t('people.title')}>
      <div className="px-4 pb-8 sm:px-8">
        <Tabs
          label={t('people.tabs')}
          initial={tab}
          onChange={(next) => onTab(next as Tab)}
          tabs={ids
            .filter((id) => panels[id] !== undefined)
            .map((id) => ({ id, label: t(`people.tab.${id}`), content: panels[id] }))}
        />
      </div>
    </PageFrame>
  );
}
