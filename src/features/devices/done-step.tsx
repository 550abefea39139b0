import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CircleCheck, LayoutGrid, Plus } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import type { DeviceView } from '../../api/device.ts';
import { createView } from '../../device-access/commands.ts';
import { queryKeys } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { viewOfDevice } from './view-of-device.ts';

export interface DoneStepProps {
  readonly device: DeviceView;
  readonly onAnother: () => void;
}

export function DoneStep({ device, onAnother }: DoneStepProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const makeView = useMutation({
    mutationFn: () => createView(viewOfDevice(device)),
    onSuccess: async (view) => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.views });
      await navigate({ to: '/live/$viewId', params: { viewId: view.id } });
    },
  });
  useEffect(() => heading.current?.focus(), []);
  const count = device.cameras.filter(({ enabled }) => enabled).length;

  return (
    <div className="flex grow flex-col items-center justify-center gap-4 px-4 py-16 text-center">
      <CircleCheck aria-hidden className="size-12 text-ok" strokeWidth={1.5} />
      <h2
        ref={heading}
        tabIndex={-1}
        className="text-lg font-semibold wrap-anywhere shadow-none outline-none"
      >
        {t('devices.done.title', { name: device.name })}
      </h2>
      <p className="text-text-2">{t('devices.done.text', { count })}</p>
      {makeView.error !== null && (
        <Notice tone="error" title={t('devices.done.wallFailed')} className="text-start">
          {problemText(problemOf(makeView.error)).todo}
        </Notice>
      )}
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {count > 0 && (
          <Button look="primary" disabled={makeView.isPending} onClick={() => makeView.mutate()}>
            <LayoutGrid aria-hidden className="size-4" />
            {t('devices.done.wall')}
          </Button>
        )}
        <Button onClick={onAnother}>
          <Plus aria-hidden className="size-4" />
          {t('devices.done.another')}
        </Button>
      </div>
      <Link
        to="/devices/$deviceId"
        params={{ deviceId: device.id }}
        className="inline-flex min-h-8 pointer-coarse:min-h-11 items-center text-accent underline-offset-4 hover:underline"
      >
        {t('devices.done.open')}
      </Link>
    </div>
  );
}
