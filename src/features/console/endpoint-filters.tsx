import { type ReactElement, useEffect, useRef } from 'react';
import { t } from '../../messages/t.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type EndpointFilter, endpointDangers, endpointRoles } from './filter-endpoints.ts';

export interface EndpointFiltersProps {
  readonly filter: EndpointFilter;
  readonly shown: number;
  readonly total: number;
  readonly singleKeys: boolean;
  readonly onFilter: (filter: Partial<EndpointFilter>) => void;
}

export function EndpointFilters(props: EndpointFiltersProps): ReactElement {
  const { filter, shown, total, singleKeys, onFilter } = props;
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!singleKeys) return;
    function hear(event: KeyboardEvent) {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    }
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [singleKeys]);

  return (
    <search className="flex flex-col gap-2 px-4 pt-3 pb-2 sm:px-8 md:px-4">
      <TextField
        ref={search}
        type="search"
        label={t('console.search')}
        value={filter.q}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onFilter({ q: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          const section = event.currentTarget.closest('section');
          section?.querySelector<HTMLElement>('[data-endpoint]')?.focus();
        }}
      />
      <div className="grid grid-cols-2 gap-2">
        <SelectField
          label={t('console.filter.danger')}
          value={filter.danger}
          onChange={(event) => onFilter({ danger: event.target.value })}
          options={[
            { value: '', label: t('console.filter.anyDanger') },
            ...endpointDangers.map((value) => ({ value, label: t(`console.danger.${value}`) })),
          ]}
        />
        <SelectField
          label={t('console.filter.role')}
          value={filter.role}
          onChange={(event) => onFilter({ role: event.target.value })}
          options={[
            { value: '', label: t('console.filter.anyRole') },
            ...endpointRoles.map((value) => ({ value, label: t(`role.${value}`) })),
          ]}
        />
      </div>
      <p aria-live="polite" className="text-xs text-text-2">
        {t('console.count', { shown, total })}
      </p>
    </search>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
