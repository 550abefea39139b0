import { RotateCw } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProbeLadder } from './probe-ladder.tsx';
import type { ProbeRun } from './probe-run.ts';
import { useProbe } from './use-probe.ts';

export interface TestDeviceDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Climbs the ladder against the stored device, with its stored account. */
export function TestDeviceDialog({ device, onClose }: TestDeviceDialogProps): ReactElement {
  const { run, start, cancel } = useProbe();
  const { id: deviceId, address } = device;
  useEffect(() => start({ deviceId, address }), [start, deviceId, address]);
  const running = run.phase === 'running';

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('devices.test.title', { name: device.name })}
      description={t('devices.test.text')}
      closeLabel={t('devices.close')}
      footer={
        <>
          {running ? (
            <Button onClick={cancel}>{t('devices.check.cancel')}</Button>
          ) : (
            <Button onClick={() => start({ deviceId, address })}>
              <RotateCw aria-hidden className="size-4" />
              {t('devices.test.again')}
            </Button>
          )}
          <Button look="primary" onClick={onClose}>
            {t('devices.close')}
          </Button>
        </>
      }
    >
      <TestResult run={run} />
      <ProbeLadder run={run} />
    </Dialog>
  );
}

function TestResult({ run }: { readonly run: ProbeRun }): ReactElement | null {
  const warned = run.rungs.some(({ outcome }) => outcome === 'warned' || outcome === 'failed');
  if (run.phase === 'found') {
    return (
      <Notice
        className="mb-4"
        tone={warned ? 'warning' : 'done'}
        title={t(warned ? 'devices.test.warned' : 'devices.test.passed')}
      />
    );
  }
  if (run.problem === null) return null;
  const { what, todo } = problemText(run.problem);
  return (
    <Notice className="mb-4" tone="error" title={what}>
      {todo}
    </Notice>
  );
}
