import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { sessionQuery } from '../device-access/account.ts';
import { GateWait } from './gate-wait.tsx';
import { Shell } from './shell.tsx';
import { useSessionLife } from './use-session-life.ts';
import { useWayIn } from './use-way-in.ts';

const account = () => import('./account-routes.tsx');
const DemoSignIn = lazy(async () => ({ default: (await account()).DemoSignIn }));
const SetUpNeeded = lazy(async () => ({ default: (await account()).SetUpNeeded }));
const SetUpPage = lazy(async () => ({ default: (await account()).SetUpPage }));
const SignInPage = lazy(async () => ({ default: (await account()).SignInPage }));
const KioskRoute = lazy(async () => ({ default: (await import('./kiosk-route.tsx')).KioskRoute }));

/** Until the proxy has answered once, it is asked again and again. */
const askAgainMs = 2000;

/** Who uses the window decides what it shows. The address stays, whatever stands in its place. */
export function AppGate() {
  const { data: session, error } = useQuery({
    ...sessionQuery(),
    refetchInterval: ({ state }) => (state.status === 'error' ? askAgainMs : false),
  });
  const { ready, before } = useSessionLife(useQueryClient(), session);
  const { demoCode, setUpCode, atDoor, atScreen, forgetDemo, goOn, goToScreen } = useWayIn();
  const inside = session?.state === 'signed-in' || session?.state === 'kiosk';
  const passing = inside && atDoor && demoCode === null;
  useEffect(() => {
    if (passing) goOn();
  }, [passing, goOn]);
  const astray = session?.state === 'kiosk' && !atScreen;
  useEffect(() => {
    // Once it is removed, its address says that it is a screen and no place to sign in at.
    if (astray) goToScreen();
  }, [astray, goToScreen]);

  const page = () => {
    if (session === undefined || !ready) return <GateWait fault={error} />;
    if (demoCode !== null) return <DemoSignIn code={demoCode} onDone={forgetDemo} />;
    if (atScreen || session.state === 'kiosk') return <KioskRoute session={session} />;
    switch (session.state) {
      case 'setup-needed':
        return setUpCode === null ? <SetUpNeeded /> : <SetUpPage code={setUpCode} />;
      case 'signed-out':
        return <SignInPage demo={session.demo} before={before} />;
      case 'signed-in':
        return passing ? <GateWait fault={null} /> : <Shell session={session} />;
    }
  };
  return <Suspense fallback={<GateWait fault={null} />}>{page()}</Suspense>;
}
