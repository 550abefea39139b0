import { ChevronLeft } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import type { EndpointView } from '../../api/console.ts';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EndpointFacts } from './endpoint-facts.tsx';
import { EndpointForm } from './endpoint-form.tsx';
import { ReplyPanel } from './reply-panel.tsx';
import { useConsoleCall } from './use-console-call.ts';

export interface EndpointPanelProps {
  readonly device: DeviceView;
  readonly endpoint: EndpointView;
  /** Back to the list, where the two do not stand side by side. */
  readonly onLeave: (() => void) | null;
}

/** One endpoint: what it is, what it takes, and what came of running it. */
export function EndpointPanel({ device, endpoint, onLeave }: EndpointPanelProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const call = useConsoleCall(device.id, endpoint.id);
  // On a phone the list has gone, and the focus with it.
  const standsAlone = onLeave !== null;
  useEffect(() => {
    if (standsAlone) heading.current?.focus();
  }, [standsAlone]);
  return (
    <section
      aria-labelledby="endpoint-title"
      className="relative min-h-0 min-w-0 grow overflow-y-auto px-4 pt-4 pb-8 sm:px-8"
    >
      {standsAlone && (
        <Button look="quiet" onClick={onLeave} className="-ms-3 mb-2">
          <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
          {t('console.allEndpoints')}
        </Button>
      )}
      <div className="flex max-w-5xl flex-col gap-6">
        <header className="flex flex-col gap-2">
          <h2
            id="endpoint-title"
            ref={heading}
            tabIndex={-1}
            className="text-base font-semibold shadow-none outline-none wrap-anywhere"
          >
            {endpoint.summary}
          </h2>
          <bdi dir="ltr" className="font-mono text-sm text-text-2 wrap-anywhere">
            {`${endpoint.method} ${endpoint.path}`}
          </bdi>
          <EndpointFacts endpoint={endpoint} />
        </header>
        {endpoint.body === 'no-upload' ? (
          <Notice tone="info" title={t('console.upload.title')}>
            {t('console.upload.text')}
          </Notice>
        ) : (
          <EndpointForm device={device} endpoint={endpoint} call={call} />
        )}
        <ReplyPanel device={device} endpoint={endpoint} call={call} />
      </div>
    </section>
  );
}
