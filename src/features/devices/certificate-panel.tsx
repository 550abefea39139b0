import { ShieldQuestion } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import type { DeviceCertificate } from '../../api/certificate.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from './fact-list.tsx';

export interface CertificatePanelProps {
  readonly shown: DeviceCertificate;
  /** The one that was trusted until now, where there was one. */
  readonly trusted?: DeviceCertificate | undefined;
  readonly busy?: boolean;
  readonly onTrust: () => void;
}

/** Shows a certificate that no authority vouches for, and leaves the judgement to the person. */
export function CertificatePanel(props: CertificatePanelProps): ReactElement {
  const { shown, trusted, busy = false, onTrust } = props;
  const titleId = useId();
  const changed = trusted !== undefined;
  return (
    <section
      aria-labelledby={titleId}
      className="flex flex-col gap-4 rounded-control border border-accent bg-panel p-4"
    >
      <div role="alert">
        <h3 id={titleId} className="flex items-center gap-2 font-semibold">
          <ShieldQuestion aria-hidden className="size-4 shrink-0 text-accent" />
          {t(changed ? 'devices.certificate.changedTitle' : 'devices.certificate.title')}
        </h3>
        <p className="mt-1 text-text-2">
          {t(changed ? 'devices.certificate.changedText' : 'devices.certificate.text')}
        </p>
      </div>
      {changed && <Certificate title={t('devices.certificate.before')} of={trusted} />}
      <Certificate
        title={t(changed ? 'devices.certificate.now' : 'devices.certificate.shown')}
        of={shown}
      />
      <Button onClick={onTrust} disabled={busy}>
        {t(changed ? 'devices.certificate.trustNew' : 'devices.certificate.trust')}
      </Button>
    </section>
  );
}

interface CertificateProps {
  readonly title: string;
  readonly of: DeviceCertificate;
}

function Certificate({ title, of }: CertificateProps): ReactElement {
  const from = dayOf(of.validFromMs);
  const until = dayOf(of.validUntilMs);
  return (
    <div>
      <h4 className="mb-1 text-xs text-text-2">{title}</h4>
      <FactList
        facts={[
          { label: t('devices.certificate.subject'), value: of.subject, code: true },
          { label: t('devices.certificate.issuer'), value: of.issuer, code: true },
          {
            label: t('devices.certificate.valid'),
            value: t('devices.certificate.validText', { from, until }),
          },
          { label: t('devices.certificate.fingerprint'), value: of.fingerprint, code: true },
        ]}
      />
    </div>
  );
}

/** Devices put dates into their certificates that no calendar shows. */
function dayOf(instantMs: number): string {
  const date = new Date(instantMs);
  return Number.isNaN(date.getTime()) ? '?' : date.toISOString().slice(0, 10);
}
