import { BellRing } from 'lucide-react';
import { alarmPolicies } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuChoice } from '../../ui/menu.tsx';
import { useWall } from './wall-context.ts';

/** Chooses what alarms do to this view. */
export function AlarmPolicyMenu() {
  const { control, view } = useWall();
  const heading = t('wall.alarms.heading');
  const label = t('wall.alarms', { policy: t(`wall.alarms.${view.alarmPolicy}`) });
  return (
    <Menu label={heading} align="end" trigger={<IconButton icon={BellRing} label={label} />}>
      <MenuChoice
        label={heading}
        value={view.alarmPolicy}
        options={alarmPolicies.map((value) => ({ value, text: t(`wall.alarms.${value}`) }))}
        onChange={(policy) => control.setAlarmPolicy(policy)}
      />
    </Menu>
  );
}
