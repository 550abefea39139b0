import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { siteQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RadioField } from '../../ui/radio-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FieldFault } from './field-fault.tsx';
import { everyDay, type HoursDraft, minuteOf, newKey, type RuleDraft } from './rule-draft.ts';
import type { RulePartProps } from './rule-part.ts';
import { dayName } from './rule-words.ts';

const mostRows = 50;
const afterHours = { days: [...everyDay], from: '18:00', to: '06:00' };

/** When the rule holds, by the clock beside each camera. */
export function HoursFields({ draft, faults, cameras, onChange }: RulePartProps): ReactElement {
  const zones = useZones(draft, cameras);
  const { always, hours } = draft;
  const add = () => onChange({ hours: [...hours, { key: newKey(), ...afterHours }] });
  const change = (key: string, part: Partial<HoursDraft>) =>
    onChange({ hours: hours.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  return (
    <fieldset className="flex min-w-0 flex-col">
      <legend className="mb-1 text-sm font-medium">{t('rules.hours')}</legend>
      <RadioField
        name="always"
        label={t('rules.hours.always')}
        checked={always}
        onChange={() => onChange({ always: true })}
      />
      <RadioField
        name="always"
        label={t('rules.hours.some')}
        checked={!always}
        onChange={() =>
          onChange({
            always: false,
            hours: hours.length > 0 ? hours : [{ key: newKey(), ...afterHours }],
          })
        }
      />
      {!always && (
        <div className="mt-1 flex flex-col gap-3 ps-7">
          <p className="text-xs text-text-2">
            {t('rules.hours.zone', { zones: zones.join(', '), count: zones.length })}
          </p>
          {hours.map((row, position) => (
            <HoursRow
              key={row.key}
              row={row}
              position={position + 1}
              fault={faults[`hours.${row.key}`]}
              onChange={(part) => change(row.key, part)}
              onRemove={() => onChange({ hours: hours.filter(({ key }) => key !== row.key) })}
            />
          ))}
          <FieldFault fault={faults.hours} />
          {hours.length < mostRows && (
            <Button className="self-start" onClick={add}>
              <Plus aria-hidden className="size-4" />
              {t('rules.hours.add')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

interface HoursRowProps {
  readonly row: HoursDraft;
  readonly position: number;
  readonly fault: string | undefined;
  readonly onChange: (part: Partial<HoursDraft>) => void;
  readonly onRemove: () => void;
}

function HoursRow({ row, position, fault, onChange, onRemove }: HoursRowProps): ReactElement {
  const { days, from, to } = row;
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const isLate = start !== null && end !== null && end !== 0 && end < start;
  return (
    <fieldset className="rounded-control border border-line p-3">
      <legend className="sr-only">{t('rules.hours.row', { position })}</legend>
      <div className="flex flex-wrap gap-x-4">
        {everyDay.map((day) => (
          <CheckField
            key={day}
            label={<abbr title={dayName(day, 'long')}>{dayName(day)}</abbr>}
            checked={days.includes(day)}
            onChange={(event) =>
              onChange({
                days: event.target.checked ? [...days, day] : days.filter((one) => one !== day),
              })
            }
          />
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <TextField
          type="time"
          label={t('rules.hours.from')}
          value={from}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <TextField
          type="time"
          label={t('rules.hours.to')}
          value={to}
          onChange={(event) => onChange({ to: event.target.value })}
        />
        {isLate && <p className="pb-2 text-text-2">{t('rules.hours.next-day')}</p>}
        <span className="grow" />
        <IconButton icon={X} label={t('rules.hours.remove', { position })} onClick={onRemove} />
      </div>
      <FieldFault fault={fault} />
    </fieldset>
  );
}

function useZones(draft: RuleDraft, cameras: readonly CameraView[]): readonly string[] {
  const site = useQuery(siteQuery()).data?.zone ?? 'UTC';
  const looked = draft.everywhere
    ? cameras
    : cameras.filter(({ id }) => draft.cameraIds.includes(id));
  const zones = new Set(looked.map(({ zone }) => zone ?? site));
  return zones.size === 0 ? [site] : [...zones];
}
