import { useQuery } from '@tanstack/react-query';
import { pictureSettingsQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import type { PictureSettings as PictureSettingsReply } from '../../domain/camera.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import type { Fact } from './camera-facts.ts';
import { FactRows } from './fact-rows.tsx';

/** The camera's own settings, as it says them. */
export function PictureSettings({ cameraId }: { readonly cameraId: string }) {
  const settings = useQuery(pictureSettingsQuery(cameraId));
  if (settings.error !== null) {
    const problem = problemText(problemOf(settings.error)).what;
    return <p className="text-text-2">{t('focus.settings.failed', { problem })}</p>;
  }
  if (settings.data === undefined) return <p className="text-text-3">{t('shell.loading')}</p>;
  return <FactRows facts={settingFacts(settings.data)} />;
}

function settingFacts(settings: PictureSettingsReply): readonly Fact[] {
  const facts: Fact[] = [];
  for (const name of ['brightness', 'contrast'] as const) {
    const range = settings[name];
    if (range === undefined) continue;
    facts.push({ label: t(`focus.settings.${name}`), value: t('focus.settings.of', { ...range }) });
  }
  if (settings.mode !== undefined) {
    const value = t(`focus.settings.mode.${settings.mode}`);
    facts.push({ label: t('focus.settings.mode'), value });
  }
  if (settings.flipped !== undefined || settings.mirrored !== undefined) {
    const turned = turnName(settings.flipped === true, settings.mirrored === true);
    facts.push({ label: t('focus.settings.flip'), value: t(`focus.settings.flip.${turned}`) });
  }
  return facts;
}

function turnName(flipped: boolean, mirrored: boolean) {
  if (flipped && mirrored) return 'both';
  if (flipped) return 'flipped';
  return mirrored ? 'mirrored' : 'none';
}
