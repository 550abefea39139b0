import { ChevronDown } from 'lucide-react';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx';

export interface ViewMenuProps {
  readonly name: string;
  readonly onRename: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
}

export function ViewMenu({ name, onRename, onDuplicate, onRemove }: ViewMenuProps) {
  const label = t('wall.view.menu', { view: name });
  return (
    <Menu label={label} trigger={<IconButton icon={ChevronDown} label={label} />}>
      <MenuItem onSelect={onRename}>{t('wall.view.rename')}</MenuItem>
      <MenuItem onSelect={onDuplicate}>{t('wall.view.duplicate')}</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={onRemove}>{t('wall.view.remove')}</MenuItem>
    </Menu>
  );
}
