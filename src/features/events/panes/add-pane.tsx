import { Columns3 } from 'lucide-react';
import type { ReactElement } from 'react';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu, MenuHeading, MenuItem } from '../../../ui/menu.tsx';
import { mostPanes, presetNames } from './pane.ts';
import type { Panes } from './use-panes.ts';

/** One more pane, from what people often want to see. */
export function AddPane({ panes: { add, isFull } }: { readonly panes: Panes }): ReactElement {
  return (
    <Menu
      label={t('events.pane.add')}
      align="end"
      trigger={
        <Button>
          <Columns3 aria-hidden className="size-4" />
          {t('events.pane.add')}
        </Button>
      }
    >
      {isFull && <MenuHeading>{t('events.pane.full', { most: mostPanes })}</MenuHeading>}
      {presetNames.map((preset) => (
        <MenuItem key={preset} disabled={isFull} onSelect={() => add(preset)}>
          {t(`events.preset.${preset}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
