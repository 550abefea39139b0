import type { ReactElement } from 'react';
import type { Manifest } from '../../api/exports.ts';
import { t } from '../../messages/t.ts';
import { FactRows } from '../../ui/fact-rows.tsx';
import { ManifestCameras } from './manifest-cameras.tsx';
import { ManifestFiles } from './manifest-files.tsx';
import { shownTime } from './shown-time.ts';
import type { Signer } from './verdict-words.ts';

export interface ManifestViewProps {
  readonly manifest: Manifest;
  readonly signer: Signer;
}

/** What a pack says of itself, in the order in which somebody asks. */
export function ManifestView({ manifest, signer }: ManifestViewProps): ReactElement {
  const { name, from, to, person, submitter, recipient, purpose, createdAt, product } = manifest;
  const facts = [
    ['name', name],
    ['range', t('verify.range', { from: shownTime(from), to: shownTime(to) })],
    ['person', person],
    ['submitter', submitter],
    ['recipient', recipient],
    ['purpose', purpose],
    ['created', shownTime(createdAt)],
    ['product', `${product.name} ${product.version}`],
    ['signer', t(`verify.signer.${signer}`)],
    ['key', manifest.publicKey],
  ] as const;
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2">
        <h2 className="text-base font-semibold">{t('verify.manifest')}</h2>
        <FactRows
          facts={facts
            .filter(([, value]) => value !== '')
            .map(([fact, value]) => ({ label: t(`verify.fact.${fact}`), value }))}
        />
      </section>
      <ManifestCameras cameras={manifest.cameras} />
      <ManifestFiles files={manifest.files} />
    </div>
  );
}
