import { useLocation, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { ownPath } from './own-path.ts';

const demoMark = 'demo.';

/** What an address brings along to get in with. */
export interface WayIn {
  /** The code of a demo address, until it was tried. */
  readonly demoCode: string | null;
  /** Null where the address is not the one for setting up; empty where its code is missing. */
  readonly setUpCode: string | null;
  /** The address is no place inside, but a way in. */
  readonly atDoor: boolean;
  /** The address is the one of screens that nobody sits at. */
  readonly atScreen: boolean;
  readonly forgetDemo: () => void;
  /** Goes where the person was on the way to. */
  readonly goOn: () => void;
  readonly goToScreen: () => void;
}

/** Reads the code behind `#`, which no server sees, and takes one of the demo out of the address. */
export function useWayIn(): WayIn {
  const navigate = useNavigate();
  const { pathname, hash, search } = useLocation();
  const [demoCode, setDemoCode] = useState<string | null>(null);
  const shownCode =
    pathname === '/sign-in' && hash.startsWith(demoMark) ? hash.slice(demoMark.length) : null;
  useEffect(() => {
    if (shownCode === null) return;
    setDemoCode(shownCode);
    void navigate({ to: '/sign-in', search: true, hash: '', replace: true });
  }, [shownCode, navigate]);

  const to = ownPath('to' in search ? search.to : undefined);
  return {
    demoCode: shownCode ?? demoCode,
    setUpCode: pathname === '/setup' ? hash : null,
    atDoor: pathname === '/sign-in' || pathname === '/setup',
    atScreen: pathname === '/kiosk',
    forgetDemo: useCallback(() => setDemoCode(null), []),
    goOn: useCallback(() => void navigate({ href: to, replace: true }), [navigate, to]),
    goToScreen: useCallback(() => void navigate({ href: '/kiosk', replace: true }), [navigate]),
  };
}
