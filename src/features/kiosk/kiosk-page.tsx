import type { ReactElement } from 'react';
import type { SessionView } from '../../api/session.ts';
import { t } from '../../messages/t.ts';
import { KioskScreen } from './kiosk-screen.tsx';
import { OccupiedPage } from './occupied-page.tsx';
import { PairingPage } from './pairing-page.tsx';
import { ScreenWords } from './screen-words.tsx';
import './kiosk.css';

export interface KioskPageProps {
  readonly session: SessionView;
}

/** A screen that nobody sits at: its view, or what it takes to pair it. */
export function KioskPage({ session }: KioskPageProps): ReactElement {
  if (session.state === 'kiosk') return <KioskScreen session={session} />;
  if (session.state === 'signed-in') return <OccupiedPage name={session.person.name} />;
  if (session.state === 'signed-out') return <PairingPage />;
  return <ScreenWords title={t('kiosk.setup.title')}>{t('kiosk.setup.text')}</ScreenWords>;
}
