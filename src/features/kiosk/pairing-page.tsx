import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { formatAge } from '../../playback/truth-words.ts';
import { useSecond } from '../../ui/use-second.ts';
import type { PairingNews } from './pairing-run.ts';
import { screenPast } from './screen-past.ts';
import { ScreenWords } from './screen-words.tsx';
import { usePairing } from './use-pairing.ts';

/** Shows a code until somebody has typed it elsewhere. Asks for no password: nobody sits here. */
export function PairingPage(): ReactElement {
  const news = usePairing();
  const past = useStore(screenPast, ({ name }) => name);
  return (
    <ScreenWords title={t('kiosk.pair.title')}>
      {past !== null && (
        <p role="status" className="kiosk-notice">
          {t('kiosk.pair.removed', { name: past })}
        </p>
      )}
      <p>{t('kiosk.pair.todo')}</p>
      <p className="kiosk-code">
        <span aria-hidden>{news.code ?? '····-····'}</span>
        {news.code !== null && (
          <span className="sr-only">
            {t('kiosk.pair.spelled', { code: [...news.code].join(' ') })}
          </span>
        )}
      </p>
      <PairingState news={news} />
      <a href="/sign-in" className="kiosk-link">
        {t('kiosk.pair.sign-in')}
      </a>
    </ScreenWords>
  );
}

function PairingState({ news }: { readonly news: PairingNews }): ReactElement {
  const { code, endsAtMs, problem, heldUntilMs } = news;
  const nowMs = useSecond();
  if (heldUntilMs !== null) {
    const time = formatAge(heldUntilMs - nowMs);
    return <p role="timer">{t('kiosk.pair.held', { time })}</p>;
  }
  if (problem !== null) {
    return (
      <p role="alert" className="kiosk-notice">
        {problemText(problem).what} {t('kiosk.pair.keeps-trying')}
      </p>
    );
  }
  if (code === null) return <p role="status">{t('kiosk.pair.asking')}</p>;
  return <p role="timer">{t('kiosk.pair.renews', { time: formatAge(endsAtMs - nowMs) })}</p>;
}
