import { Copy } from 'lucide-react';
import type { ReactElement } from 'react';
import type { ConsoleReply } from '../../api/console.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { hexLines } from './hex-lines.ts';
import { shownText } from './shown-text.ts';

export const codeBlock =
  'rounded-control border border-line bg-canvas p-3 font-mono text-xs ' +
  'whitespace-pre-wrap wrap-anywhere text-start';

/** The reply as it came: its text, or its first bytes. */
export function RawReply({ reply }: { readonly reply: ConsoleReply }): ReactElement {
  const { raw, hex, masked, status } = reply;
  const text = raw ?? (hex === undefined ? undefined : hexLines(hex));
  if (text === undefined || status === undefined) {
    const words = masked ? 'console.reply.withheld' : 'console.reply.nothing';
    return <p className="text-text-2">{t(words)}</p>;
  }
  if (text === '') return <p className="text-text-2">{t('console.reply.empty')}</p>;
  return (
    <div className="flex flex-col items-start gap-2">
      <pre dir="ltr" className={`${codeBlock} w-full`}>
        {shownText(text)}
      </pre>
      <Button look="quiet" onClick={() => void copy(text)}>
        <Copy aria-hidden className="size-4" />
        {t('console.reply.copy')}
      </Button>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard?.writeText(text);
  showToast({ text: t('console.reply.copied'), tone: 'done' });
}
