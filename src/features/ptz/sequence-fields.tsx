import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { presetsQuery } from '../../device-access/steering.ts';
import type { TourPlan } from '../../domain/tour.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { changeStop, fastest, moveStop, removeStop } from './edit-stops.ts';
import { presetName } from './preset-name.ts';
import { StopRow } from './stop-row.tsx';

type SequencePlan = Extract<TourPlan, { kind: 'sequence' }>;

export interface SequenceFieldsProps {
  readonly cameraId: string;
  readonly plan: SequencePlan;
  readonly onChange: (plan: SequencePlan) => void;
}

const usualDwellSeconds = 10;

/** The presets that a tour visits, in their order, how long it stays and how fast it goes there. */
export function SequenceFields({ cameraId, plan, onChange }: SequenceFieldsProps) {
  const { data: presets = [] } = useQuery(presetsQuery(cameraId));
  const { stops } = plan;
  const first = presets[0];
  const options = presets.map((preset) => ({
    value: preset.id,
    label: t('ptz.preset.place.of', { number: preset.number, name: presetName(preset) }),
  }));
  const set = (next: SequencePlan['stops']) => onChange({ ...plan, stops: next });
  return (
    <>
      <TextField
        label={t('ptz.sequence.name')}
        value={plan.name}
        maxLength={64}
        autoComplete="off"
        onChange={(event) => onChange({ ...plan, name: event.currentTarget.value })}
      />
      {stops.length === 0 ? (
        <p className="text-text-2">
          {t(first === undefined ? 'ptz.sequence.no-presets' : 'ptz.sequence.none')}
        </p>
      ) : (
        <table className="w-full border-collapse text-sm" aria-label={t('ptz.sequence.stops')}>
          <thead className="max-sm:sr-only">
            <tr className="text-start text-text-3 text-xs">
              <th scope="col" className="p-1 text-start font-medium">
                {t('ptz.sequence.preset')}
              </th>
              <th scope="col" className="p-1 text-start font-medium">
                {t('ptz.sequence.dwell')}
              </th>
              <th scope="col" className="p-1 text-start font-medium">
                {t('ptz.sequence.speed', { fastest })}
              </th>
              <th scope="col">
                <span className="sr-only">{t('ptz.sequence.order')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {stops.map((stop, index) => (
              <StopRow
                // biome-ignore lint/suspicious/noArrayIndexKey: one preset may be visited twice, so its place is the stop's only name
                key={index}
                number={index + 1}
                last={index === stops.length - 1}
                stop={stop}
                options={options}
                onChange={(change) => set(changeStop(stops, index, change))}
                onMove={(by) => set(moveStop(stops, index, by))}
                onRemove={() => set(removeStop(stops, index))}
              />
            ))}
          </tbody>
        </table>
      )}
      {first !== undefined && (
        <Button
          className="self-start"
          onClick={() =>
            set([...stops, { presetId: first.id, dwellSeconds: usualDwellSeconds, speed: fastest }])
          }
        >
          <Plus aria-hidden className="size-4" />
          {t('ptz.sequence.add')}
        </Button>
      )}
    </>
  );
}
