import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import type { Helm } from './helm.ts';

/** What the camera can do about its focus by itself. Nothing where that is nothing. */
export function AutofocusMenu({ helm }: { readonly helm: Helm }) {
  const modes = helm.can.autofocus;
  const [only] = modes;
  if (only === undefined) return null;
  const apply = (mode: (typeof modes)[number]) => void helm.act({ kind: 'autofocus', mode });
  if (modes.length === 1) {
    return <Button onClick={() => apply(only)}>{t(`ptz.autofocus.${only}`)}</Button>;
  }
  return (
    <Menu label={t('ptz.autofocus')} align="end" trigger={<Button>{t('ptz.autofocus')}</Button>}>
      {modes.map((mode) => (
        <MenuItem key={mode} onSelect={() => apply(mode)}>
          {t(`ptz.autofocus.${mode}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
