import type { ReactElement } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';

/** Says that stored passwords do not open, which every such device says for itself as well. */
export function LostPasswords({
  devices,
}: {
  readonly devices: readonly DeviceView[];
}): ReactElement | null {
  const count = devices.filter(({ problem }) => problem?.reason === 'password-lost').length;
  if (count === 0) return null;
  return (
    <Notice tone="error" title={t('devices.lostPasswords', { count })}>
      {t('devices.lostPasswords.todo')}
    </Notice>
  );
}
