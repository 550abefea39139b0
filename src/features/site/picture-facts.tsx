import type { PictureSettings } from '../../domain/camera.ts';
import { t } from '../../messages/t.ts';
import { type FactRow, FactRows } from '../../ui/fact-rows.tsx';

/** The settings of a camera for whoever only reads them. */
export function PictureFacts({ settings }: { readonly settings: PictureSettings }) {
  const facts = settingFacts(settings);
  if (facts.length === 0) return <p className="text-text-3">{t('site.picture.none')}</p>;
  return <FactRows facts={facts} />;
}

function settingFacts(settings: PictureSettings): readonly FactRow[] {
  const facts: FactRow[] = [];
  for (const name of ['brightness', 'contrast'] as const) {
    const range = settings[name];
    if (range === undefined) continue;
    facts.push({ label: t(`site.picture.${name}`), value: t('site.picture.of', { ...range }) });
  }
  if (settings.mode !== undefined) {
    const value = t(`site.picture.mode.${settings.mode}`);
    facts.push({ label: t('site.picture.mode'), value });
  }
  if (settings.flipped !== undefined || settings.mirrored !== undefined) {
    const turned = turnName(settings.flipped === true, settings.mirrored === true);
    facts.push({ label: t('site.picture.flip'), value: t(`site.picture.flip.${turned}`) });
  }
  return facts;
}

function turnName(flipped: boolean, mirrored: boolean) {
  if (flipped && mirrored) return 'both';
  if (flipped) return 'flipped';
  return mirrored ? 'mirrored' : 'none';
}
