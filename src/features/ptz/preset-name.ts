import type { PresetView } from '../../api/presets.ts';
import { t } from '../../messages/t.ts';

/** What a preset is called; one without a name goes by its number. */
export function presetName({ name, number }: Pick<PresetView, 'name' | 'number'>): string {
  return name === '' ? t('ptz.preset.unnamed', { number }) : name;
}
