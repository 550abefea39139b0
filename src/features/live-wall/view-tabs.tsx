import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../device-access/use-session.ts';
import type { View } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ViewMenu } from './view-menu.tsx';
import { cleanName } from './view-names.ts';

export interface ViewCommands {
  readonly open: (viewId: string) => void;
  readonly create: () => void;
  readonly rename: (name: string) => void;
  readonly duplicate: () => void;
  readonly remove: () => void;
}

export interface ViewTabsProps {
  readonly views: readonly View[];
  readonly currentId: string;
  readonly commands: ViewCommands;
}

export function ViewTabs({ views, currentId, commands }: ViewTabsProps) {
  const [renaming, setRenaming] = useState(false);
  const arranges = useMay('arrange');
  return (
    <nav
      aria-label={t('wall.views')}
      className="flex min-w-0 grow items-center gap-0.5 overflow-x-auto [scrollbar-width:none]"
    >
      {views.map((view) =>
        view.id === currentId && renaming && arranges ? (
          <RenameField
            key={view.id}
            name={view.name}
            onDone={(name) => {
              setRenaming(false);
              if (name !== null) commands.rename(name);
            }}
          />
        ) : (
          <Tab
            key={view.id}
            view={view}
            current={view.id === currentId}
            commands={commands}
            onRename={arranges ? () => setRenaming(true) : undefined}
          />
        ),
      )}
      {arranges && (
        <IconButton
          icon={Plus}
          label={t('wall.view.new')}
          className="shrink-0"
          onClick={commands.create}
        />
      )}
    </nav>
  );
}

interface TabProps {
  readonly view: View;
  readonly current: boolean;
  readonly commands: ViewCommands;
  /** Absent for whoever may only look. */
  readonly onRename: (() => void) | undefined;
}

function Tab({ view, current, commands, onRename }: TabProps) {
  const tab = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <div
      ref={tab}
      className={classNames(
        'flex shrink-0 items-center rounded-control',
        current ? 'bg-raised text-text' : 'text-text-2 hover:bg-hover hover:text-text',
      )}
    >
      <button
        type="button"
        aria-current={current ? 'page' : undefined}
        className={classNames(
          'max-w-48 min-h-8 min-w-8 truncate rounded-control text-sm pointer-coarse:min-h-11 pointer-coarse:min-w-11',
          current && onRename ? 'ps-3 pe-1' : 'px-3',
          current && 'font-semibold',
        )}
        title={view.name}
        onClick={() => commands.open(view.id)}
        onDoubleClick={() => current && onRename?.()}
      >
        {view.name}
      </button>
      {current && onRename && (
        <ViewMenu
          name={view.name}
          onRename={onRename}
          onDuplicate={commands.duplicate}
          onRemove={commands.remove}
        />
      )}
    </div>
  );
}

interface RenameFieldProps {
  readonly name: string;
  /** With null where the name stays. */
  readonly onDone: (name: string | null) => void;
}

function RenameField({ name, onDone }: RenameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // The menu that opened this gives focus back to its button first.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <input
      ref={field}
      defaultValue={name}
      aria-label={t('wall.view.name')}
      maxLength={64}
      className="h-8 w-40 shrink-0 rounded-control border border-line-ui bg-canvas px-2 text-sm"
      onBlur={(event) => onDone(cleanName(event.currentTarget.value))}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') onDone(null);
      }}
    />
  );
}
