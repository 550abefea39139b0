import { ChevronDown } from 'lucide-react';
import { type WallLayout, wallLayouts } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuChoice } from '../../ui/menu.tsx';
import { LayoutDiagram } from './layout-diagram.tsx';
import { useWall } from './wall-context.ts';

export function LayoutPicker() {
  const { control, view } = useWall();
  const options = wallLayouts.map((layout) => ({
    value: layout,
    text: (
      <span className="flex items-center gap-3">
        <LayoutDiagram layout={layout} />
        {layoutName(layout)}
      </span>
    ),
  }));
  return (
    <Menu
      label={t('wall.layout.heading')}
      align="end"
      trigger={
        <Button
          look="quiet"
          className="px-2"
          aria-label={t('wall.layout', { layout: layoutName(view.layout) })}
        >
          <LayoutDiagram layout={view.layout} />
          <span className="whitespace-nowrap max-[900px]:hidden">{layoutName(view.layout)}</span>
          <ChevronDown aria-hidden className="size-3.5 text-text-3" />
        </Button>
      }
    >
      <MenuChoice
        label={t('wall.layout.heading')}
        value={view.layout}
        options={options}
        onChange={(layout) => control.setLayout(layout)}
      />
    </Menu>
  );
}

function layoutName(layout: WallLayout): string {
  if (layout === '1+5') return t('wall.layout.1+5');
  if (layout === '1+7') return t('wall.layout.1+7');
  return t('wall.layout.choice', { layout });
}
