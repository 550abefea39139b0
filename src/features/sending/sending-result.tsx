import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { SentEvent } from '../../api/event-sending.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';
import type { SendingDraft } from './sending-form.ts';

export interface SendingResultProps {
  readonly command: {
    readonly error: Error | null;
    readonly data: SentEvent | undefined;
    readonly variables: SendingDraft | undefined;
  };
}

/** What the device made of the last one. */
export function SendingResult({ command }: SendingResultProps) {
  const { error, data, variables } = command;
  const place = useRef<HTMLDivElement>(null);
  // A form of many fields is longer than a small window.
  useEffect(() => {
    if (error !== null || data !== undefined) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error, data]);
  return (
    <div ref={place} className="scroll-mb-4 empty:hidden">
      {error !== null && <Failure error={error} />}
      {data !== undefined && variables !== undefined && <Done sent={variables} made={data} />}
    </div>
  );
}

interface DoneProps {
  readonly sent: SendingDraft;
  readonly made: SentEvent;
}

function Done({ sent, made }: DoneProps) {
  const cameras = useQuery(camerasQuery()).data ?? [];
  const camera = cameras.find(({ id }) => id === sent.cameraId)?.name ?? '';
  return (
    <Notice tone="done" title={doneText(sent, made, camera)}>
      {made.copies > 0 ? t('send.done.copies', { copies: made.copies }) : undefined}
    </Notice>
  );
}

function Failure({ error }: { readonly error: Error }) {
  const problem = problemOf(error);
  const { what, todo } = problemText(problem);
  // No answer is no refusal: the device may have acted on it all the same.
  const isUnsure = problem.kind === 'timeout' || problem.kind === 'malformed-reply';
  return (
    <Notice tone="error" title={t(isUnsure ? 'send.unsure' : 'send.refused')}>
      {what} {isUnsure ? t('send.unsure.text', { todo }) : todo}
    </Notice>
  );
}

function doneText(sent: SendingDraft, { deviceName, eventId }: SentEvent, camera: string): string {
  const device = deviceName;
  switch (sent.kind) {
    case 'plate':
      return t('send.done.plate', { device, plate: sent.plate.trim() });
    case 'call': {
      const state = sent.active ? 'begins' : 'ends';
      return t('send.done.call', { device, caller: sent.caller.trim(), state });
    }
    case 'mark':
      return t('send.done.mark', { device, number: eventId ?? 'none' });
    case 'motion':
      return t('send.done.motion', { device, camera });
  }
}
