import { type ReactElement, useState } from 'react';
import { auditOutcomes } from '../../api/audit.ts';
import { operationText } from '../../messages/operation-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { type AuditPlace, auditAreas, filterCount, noFilter } from './audit-place.ts';

export interface AuditFiltersProps {
  readonly place: AuditPlace;
  readonly onPlace: (place: Partial<AuditPlace>) => void;
  readonly zone: string;
}

/** What to look for. On a phone it is folded away until it is asked for. */
export function AuditFilters({ place, onPlace, zone }: AuditFiltersProps): ReactElement {
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const count = filterCount(place);
  return (
    <search aria-label={t('audit.filter')} className="flex flex-col gap-3 px-4 pb-3 sm:px-8">
      {narrow && (
        <Button
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
          className="self-start"
        >
          {t('audit.filter.count', { count })}
        </Button>
      )}
      {(!narrow || unfolded) && (
        <div className="grid grid-cols-1 items-start gap-3 sm:grid-cols-2 md:grid-cols-3 2xl:grid-cols-6">
          <TextField
            type="search"
            label={t('audit.filter.who')}
            placeholder={t('audit.filter.whoHint')}
            autoComplete="off"
            maxLength={128}
            value={place.who}
            onChange={(event) => onPlace({ who: event.target.value })}
          />
          <SelectField
            label={t('audit.filter.what')}
            value={place.what}
            onChange={(event) => onPlace({ what: event.target.value })}
            options={whatOptions(place.what)}
          />
          <TextField
            type="search"
            label={t('audit.filter.object')}
            placeholder={t('audit.filter.objectHint')}
            autoComplete="off"
            maxLength={128}
            value={place.object}
            onChange={(event) => onPlace({ object: event.target.value })}
          />
          <SelectField
            label={t('audit.filter.outcome')}
            value={place.outcome}
            onChange={(event) => onPlace({ outcome: event.target.value })}
            options={[
              { value: '', label: t('audit.filter.anyOutcome') },
              ...auditOutcomes.map((value) => ({ value, label: t(`audit.outcome.${value}`) })),
            ]}
          />
          <TextField
            type="datetime-local"
            label={t('audit.filter.from', { zone })}
            value={place.from}
            onChange={(event) => onPlace({ from: event.target.value })}
          />
          <TextField
            type="datetime-local"
            label={t('audit.filter.to', { zone })}
            value={place.to}
            onChange={(event) => onPlace({ to: event.target.value })}
            error={isBackwards(place) ? t('audit.filter.backwards') : undefined}
          />
        </div>
      )}
      {count > 0 && (
        <Button look="quiet" onClick={() => onPlace(noFilter)} className="-ms-3 self-start">
          {t('audit.all')}
        </Button>
      )}
    </search>
  );
}

/** The areas, and the one operation that a link or a line has asked for. */
function whatOptions(what: string) {
  const areas = auditAreas.map((value) => ({
    value: value as string,
    label: t(`audit.area.${value}`),
  }));
  const other = what === '' || areas.some(({ value }) => value === what);
  return [
    { value: '', label: t('audit.filter.anything') },
    ...areas,
    ...(other ? [] : [{ value: what, label: operationText(what) ?? what }]),
  ];
}

function isBackwards({ from, to }: AuditPlace): boolean {
  return from !== '' && to !== '' && to < from;
}
