import '../messages/use-places.ts';

import { Link } from '@tanstack/react-router';
import {
  BookMarked,
  ChevronDown,
  Film,
  FolderOpen,
  FolderOutput,
  Grid3x3,
  ShieldCheck,
} from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { mayIn, useSession } from '../device-access/use-session.ts';
import { t } from '../messages/t.ts';
import { Menu, MenuLink } from '../ui/menu.tsx';
import { rightFor } from './place-rights.ts';
import { useRunningExports } from './running-exports.ts';

const places = [
  { to: '/playback', icon: Film, name: 'places.playback' },
  { to: '/playback/bookmarks', icon: BookMarked, name: 'places.bookmarks' },
  { to: '/exports', icon: FolderOutput, name: 'places.exports' },
  { to: '/exports/verify', icon: ShieldCheck, name: 'places.verify' },
  { to: '/cases', icon: FolderOpen, name: 'places.cases' },
  { to: '/playback/proof', icon: Grid3x3, name: 'places.proof' },
] as const;

export type RecordingPlace = (typeof places)[number]['to'];

/** Whoever leaves by keyboard goes on from the name of the next page, not from the start of all. */
let leftByKey = false;

/** The name of a page about recordings, which opens a menu of all that the person may use. */
export function RecordingPlaces({ here }: { readonly here: RecordingPlace }): ReactElement {
  const session = useSession();
  const running = useRunningExports(mayIn(session, rightFor('/exports')));
  // Their own page says more of them.
  const told = here === '/exports' ? null : running;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (leftByKey) heading.current?.focus();
    leftByKey = false;
  }, []);
  const current = places.find(({ to }) => to === here) ?? places[0];
  return (
    <div className="flex items-center gap-2">
      <h1 ref={heading} tabIndex={-1} className="rounded-control text-base font-semibold">
        <Menu
          label={t('places.others')}
          trigger={
            <button
              type="button"
              title={t('places.others')}
              className="inline-flex min-h-8 items-center gap-1.5 rounded-control px-2 text-start transition-colors duration-150 hover:bg-hover data-[state=open]:bg-hover pointer-coarse:min-h-11 print:px-0"
            >
              <span className="leading-tight">
                {t(current.name)}
                {told !== null && (
                  <span
                    aria-hidden
                    className="block font-normal text-accent text-xs tabular-nums sm:hidden print:hidden"
                  >
                    {t('places.running.share', { ...told })}
                  </span>
                )}
              </span>
              <ChevronDown aria-hidden className="size-4 text-text-2 print:hidden" />
            </button>
          }
        >
          {places
            .filter(({ to }) => mayIn(session, rightFor(to)))
            .map(({ to, icon: Icon, name }) => (
              <MenuLink key={to}>
                <Link
                  to={to}
                  activeOptions={{ exact: true, includeSearch: false }}
                  onClick={({ detail }) => {
                    leftByKey = detail === 0 && to !== here;
                  }}
                >
                  <Icon aria-hidden className="size-4" />
                  <span className="grow">{t(name)}</span>
                  {to === '/exports' && running !== null && (
                    <span className="ps-4 text-accent text-xs tabular-nums">
                      {t('places.running.short', { ...running })}
                    </span>
                  )}
                </Link>
              </MenuLink>
            ))}
        </Menu>
      </h1>
      {told !== null && (
        <Link
          to="/exports"
          className="inline-flex min-h-8 shrink-0 items-center gap-1.5 rounded-control px-2 text-accent text-xs tabular-nums hover:bg-hover max-sm:hidden pointer-coarse:min-h-11 print:hidden"
        >
          <FolderOutput aria-hidden className="size-4" />
          {t('places.running', { ...told })}
        </Link>
      )}
    </div>
  );
}
