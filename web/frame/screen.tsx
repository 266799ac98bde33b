// A screen: its title in the browser's tab, one first heading, and the focus on it when somebody came by a link, so
// that a screen reader says where they are.
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../session/session.tsx';

export interface ScreenProps {
  /** The name in the browser's tab. */
  readonly title: string;
  /** The first heading; the title where nothing is given. */
  readonly heading?: ReactNode;
  /** A line above the heading that says what kind of screen it is. */
  readonly kicker?: ReactNode;
  /** What stands beside the heading, such as a picker. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Lays out a screen. */
export const Screen = ({ title, heading, kicker, aside, children }: ScreenProps) => {
  const { m } = useWords();
  const { key, pathname } = useLocation();
  const first = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string>(undefined);
  useEffect(() => {
    const moved = key !== 'default' && shown.current !== pathname;
    shown.current = pathname;
    if (!moved) return;
    first.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [key, pathname]);
  return (
    <article className="screen">
      <title>{`${title} – ${m.product}`}</title>
      <header className="screen-head">
        <div>
          {kicker !== undefined && <p className="kicker">{kicker}</p>}
          <h1 ref={first} tabIndex={-1}>
            {heading ?? title}
          </h1>
        </div>
        {aside}
      </header>
      {children}
    </article>
  );
};
