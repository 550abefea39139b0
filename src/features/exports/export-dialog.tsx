import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { ExportOrderRequest } from '../../api/exports.ts';
import type { SeenProblem } from '../../api/problem.ts';
import { exportsChanged, exportsQuery, orderExport } from '../../device-access/exports.ts';
import { noteOrdered } from '../../device-access/ordered-exports.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { CameraFields } from './camera-fields.tsx';
import { type ExportDraft, type ExportForm, formOf, orderOf, readRange } from './export-form.ts';
import { FilesFields } from './files-fields.tsx';
import { HandoverFields } from './handover-fields.tsx';
import { bytesText } from './quantity-text.ts';
import { RangeFields } from './range-fields.tsx';
import { submitterMemory } from './submitter-memory.ts';
import { useFindings } from './use-findings.ts';

export interface ExportDialogProps {
  readonly draft: ExportDraft;
  readonly onClose: () => void;
  /** To where exports are told of. */
  readonly onShow: (exportId: string) => void;
}

const mostCameras = 64;

/** Asks what is to be taken out and for whom, and says before it begins what will be missing. */
export function ExportDialog({ draft, onClose, onShow }: ExportDialogProps): ReactElement {
  const client = useQueryClient();
  const cameras = useQuery(camerasQuery()).data ?? [];
  const freeBytes = useQuery(exportsQuery()).data?.freeBytes ?? null;
  const [form, setForm] = useState(() => formOf(draft, submitterMemory.getState().submitter));
  const [wasTried, setWasTried] = useState(false);
  const read = readRange(form, draft, proxyNowMs());
  const chosen = cameras.filter(({ id }) => form.cameraIds.has(id));
  const findings = useFindings(chosen, read.range);
  const order = useMutation({
    mutationFn: (wanted: ExportOrderRequest) => orderExport(wanted),
    onSuccess: ({ id }) => {
      submitterMemory.setState({ submitter: form.submitter.trim() });
      exportsChanged(client);
      noteOrdered(id);
      showToast({
        tone: 'done',
        text: t('exports.order.done'),
        action: { label: t('exports.show'), run: () => onShow(id) },
      });
      onClose();
    },
  });
  const problem = order.error === null ? null : problemOf(order.error);
  const refused = problem === null ? null : fieldOf(problem);
  const change = (changed: Partial<ExportForm>) => {
    order.reset();
    setForm((before) => ({ ...before, ...changed }));
  };
  const offering = chosen.filter(({ offers }) => offers.exports);
  const cameraFault =
    chosen.length === 0
      ? 'none'
      : chosen.length > mostCameras
        ? 'many'
        : offering.length === 0
          ? 'offered'
          : null;
  const encrypts = offering.some(({ offers }) => offers.exportsEncrypted);
  return (
    <FormDialog
      title={t('exports.order.title')}
      description={t('exports.order.lead')}
      words={{
        close: t('shell.close'),
        cancel: t('exports.order.leave'),
        save: t('exports.order.do'),
        saving: t('exports.order.doing'),
      }}
      busy={order.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setWasTried(true);
        if (read.range === null || cameraFault !== null) return;
        const cameraIds = new Set(chosen.map(({ id }) => id));
        order.mutate(orderOf({ ...form, cameraIds }, read.range, encrypts));
      }}
    >
      <RangeFields
        form={form}
        read={read}
        zone={draft.zone}
        refused={refused === 'from' || refused === 'to' ? refused : null}
        onChange={change}
      />
      <CameraFields
        cameras={cameras}
        chosen={new Set(chosen.map(({ id }) => id))}
        findings={findings}
        zone={draft.zone}
        error={
          refused === 'cameras'
            ? problemText(problem ?? unknown).what
            : cameraFault !== null && (wasTried || cameraFault !== 'none')
              ? t(`exports.order.cameras.${cameraFault}`, { most: mostCameras })
              : undefined
        }
        onChoose={(cameraIds) => change({ cameraIds })}
      />
      <HandoverFields form={form} onChange={change} />
      <FilesFields form={form} cameras={chosen} onChange={change} />
      {freeBytes !== null && freeBytes > 0 && (
        <p className="text-text-2 text-xs">{t('exports.room', { bytes: bytesText(freeBytes) })}</p>
      )}
      {freeBytes === 0 && problem === null && (
        <Notice tone="warning" title={t('exports.room.none')}>
          {t('exports.room.none.todo')}
        </Notice>
      )}
      {problem !== null && refused === null && (
        <Notice tone="error" title={t('exports.order.failed')}>
          {failedText(problem)}
        </Notice>
      )}
    </FormDialog>
  );
}

const unknown: SeenProblem = { kind: 'internal', reason: 'internal' };

/** The field that the server did not take; null where the fault is not of one. */
function fieldOf({ reason, detail = '' }: SeenProblem): 'from' | 'to' | 'cameras' | null {
  if (reason === 'not-found') return 'cameras';
  if (reason !== 'invalid-input') return null;
  if (detail === 'fromMs') return 'from';
  if (detail === 'toMs') return 'to';
  return detail.startsWith('cameraIds') ? 'cameras' : null;
}

function failedText(problem: SeenProblem): string {
  // Without a time to wait it is not how often somebody asked, but how much waits already.
  if (problem.reason === 'too-many-requests' && problem.retryAfterMs === undefined) {
    return `${t('exports.order.many')} ${t('exports.order.many.todo')}`;
  }
  const { what, todo } = problemText(problem);
  return `${what} ${todo}`;
}
