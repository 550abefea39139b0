import type { ReactElement } from 'react';
import type { ConsoleReply, EndpointView } from '../../api/console.ts';
import { en } from '../../messages/en.ts';
import { t } from '../../messages/t.ts';
import { codeBlock } from './raw-reply.tsx';
import { ReplyTable } from './reply-table.tsx';
import { ReplyTree } from './reply-tree.tsx';
import { shownText } from './shown-text.ts';

export interface DecodedReplyProps {
  readonly endpoint: EndpointView;
  readonly reply: ConsoleReply;
}

/** A reply taken apart by its kind. A web page is text here: nothing of a device is ever run. */
export function DecodedReply({ endpoint, reply }: DecodedReplyProps): ReactElement {
  const { decoded, status, raw, hex, bytes } = reply;
  if (status === undefined) return <Words>{t('console.reply.nothing')}</Words>;
  if (decoded === undefined) {
    const isHidden = reply.masked && raw === undefined && hex === undefined;
    if (isHidden) return <Words>{t('console.reply.withheld')}</Words>;
    return <Words>{t(bytes === 0 ? 'console.reply.empty' : 'console.reply.undecoded')}</Words>;
  }
  switch (decoded.form) {
    case 'tree':
      return (
        <>
          <ReplyTree nodes={decoded.nodes} />
          <Omitted count={decoded.omitted} />
        </>
      );
    case 'table':
      return (
        <>
          <ReplyTable rows={decoded.rows} />
          <Omitted count={decoded.omitted} />
        </>
      );
    case 'picture':
      return (
        <img
          src={`data:image/jpeg;base64,${decoded.jpeg}`}
          alt={t('console.reply.picture')}
          className="max-h-[60vh] max-w-full bg-letterbox object-contain"
        />
      );
    case 'bytes':
      return <Words>{t('console.reply.bytes', { what: kindText(decoded.what) })}</Words>;
    case 'text':
      return (
        <div className="flex flex-col gap-2">
          <Words>
            {t(endpoint.reply === 'html' ? 'console.reply.page' : 'console.reply.plain')}
          </Words>
          <pre className={codeBlock}>{shownText(raw ?? '')}</pre>
        </div>
      );
  }
}

function Words({ children }: { readonly children: string }): ReactElement {
  return <p className="text-text-2">{children}</p>;
}

function Omitted({ count }: { readonly count: number }): ReactElement | null {
  if (count === 0) return null;
  return <p className="mt-2 text-text-2">{t('console.reply.omitted', { count })}</p>;
}

/** A newer proxy may know kinds that this page has no words for. */
function kindText(what: string): string {
  const id = `console.reply.bytes.${what}`;
  return id in en ? t(id as keyof typeof en) : t('console.reply.bytes.other');
}
