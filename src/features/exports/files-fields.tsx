import { ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { summaryLook } from './camera-fields.tsx';
import type { ExportForm } from './export-form.ts';

type Files = Pick<ExportForm, 'subtitles' | 'part' | 'password'>;

export interface FilesFieldsProps {
  readonly form: Files;
  /** That are chosen. */
  readonly cameras: readonly CameraView[];
  readonly onChange: (change: Partial<Files>) => void;
}

const subtitleChoices = ['none', 'vtt', 'srt', 'smi'] as const;
const parts = { mail: 25_000_000, disc: 650_000_000, stick: 4_000_000_000 } as const;
const longestPassword = 64;

/** How the files are made. What no device of the choice heeds is not asked. */
export function FilesFields({ form, cameras, onChange }: FilesFieldsProps): ReactElement {
  const offering = cameras.filter(({ offers }) => offers.exports);
  const devices = namesOf(offering.filter(({ offers }) => offers.exportsEncrypted));
  const others = namesOf(offering.filter(({ offers }) => !offers.exportsEncrypted));
  const heeded = devices !== '';
  const isAll = others === '';
  return (
    <details className="group">
      <summary className={summaryLook}>
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        {t(heeded ? 'exports.order.files' : 'exports.order.files.plain')}
      </summary>
      <div className="flex flex-col gap-3 pt-2">
        <SelectField
          label={t('exports.order.subtitles')}
          hint={isAll ? undefined : t('exports.order.subtitles.hint')}
          value={form.subtitles}
          options={subtitleChoices.map((choice) => ({
            value: choice,
            label: t(`exports.order.subtitles.${choice}`),
          }))}
          onChange={({ currentTarget: { value } }) => {
            const subtitles = subtitleChoices.find((choice) => choice === value);
            if (subtitles) onChange({ subtitles });
          }}
        />
        {heeded && (
          <>
            <SelectField
              label={t('exports.order.part')}
              hint={t(isAll ? 'exports.order.heeded' : 'exports.order.heeded.some', {
                devices,
                others,
              })}
              value={form.part}
              options={[
                { value: '', label: t('exports.order.part.any') },
                ...(['mail', 'disc', 'stick'] as const).map((part) => ({
                  value: String(parts[part]),
                  label: t(`exports.order.part.${part}`),
                })),
              ]}
              onChange={({ currentTarget: { value } }) => onChange({ part: value })}
            />
            <PasswordField
              label={t('exports.password')}
              hint={t(isAll ? 'exports.order.encrypted' : 'exports.order.encrypted.some', {
                devices,
                others,
              })}
              showLabel={t('exports.password.show')}
              hideLabel={t('exports.password.hide')}
              autoComplete="new-password"
              maxLength={longestPassword}
              value={form.password}
              onChange={({ currentTarget: { value } }) => onChange({ password: value })}
            />
          </>
        )}
      </div>
    </details>
  );
}

function namesOf(cameras: readonly CameraView[]): string {
  const names = new Set(cameras.map(({ deviceName }) => deviceName));
  return new Intl.ListFormat('en').format(names);
}
