import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCw } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import type { DeviceCertificate } from '../../api/certificate.ts';
import type { DeviceView } from '../../api/device.ts';
import { changeDevice } from '../../device-access/commands.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { ProbeLadder } from './probe-ladder.tsx';
import { doubtedCertificate, type ProbeRun } from './probe-run.ts';
import { useProbe } from './use-probe.ts';

export interface TestDeviceDialogProps {
  readonly device: DeviceView;
  readonly onClose: () => void;
}

/** Climbs the ladder against the stored device, with its stored account. */
export function TestDeviceDialog({ device, onClose }: TestDeviceDialogProps): ReactElement {
  const { run, start, cancel } = useProbe();
  const { id: deviceId, address } = device;
  const queryClient = useQueryClient();
  const trust = useMutation({
    mutationFn: (certificate: DeviceCertificate) => changeDevice(deviceId, { certificate }),
    onSuccess: async () => {
      start({ deviceId, address });
      await queryClient.invalidateQueries({ queryKey: queryKeys.devices });
    },
  });
  const doubted = doubtedCertificate(run);
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
      {doubted === null ? (
        <TestResult run={run} />
      ) : (
        <div className="mb-4">
          <CertificatePanel
            shown={doubted}
            trusted={device.certificate}
            busy={trust.isPending}
            onTrust={() => trust.mutate(doubted)}
          />
        </div>
      )}
      {trust.error !== null && (
        <Notice className="mb-4" tone="error" title={problemText(problemOf(trust.error)).what}>
          {problemText(problemOf(trust.error)).todo}
        </Notice>
      )}
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
