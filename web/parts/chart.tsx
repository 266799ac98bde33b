// A chart with what belongs to it: its title, the table behind it one press away, links that stay within the page, and
// as much width as its place has. Where the place is too narrow to read, the drawing scrolls within itself.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../session/session.tsx';
import { useAddressSwitch } from './address-state.ts';
import './chart.css';
import { Scroller } from './scroller.tsx';

export interface ChartPanelProps {
  readonly id: string;
  readonly title: string;
  /** One computed sentence: what the chart shows. */
  readonly sentence?: ReactNode;
  /** The least width, in pixels, at which the drawing can be read. */
  readonly least: number;
  /** Draws in a width. */
  readonly draw: (width: number) => ReactNode;
  /** The data behind it, as a table. */
  readonly table: ReactNode;
  /** What the signs mean. */
  readonly legend?: ReactNode;
  readonly className?: string;
  /** Another switch beside that of the table. */
  readonly aside?: ReactNode;
}

/** The width of an element's inside; undefined until it is known, so that nothing is drawn twice. */
export const useWidth = () => {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    if (place.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      const found = Math.floor(entry?.contentRect.width ?? 0);
      if (found > 0) setWidth(found);
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return { place, width };
};

const svg = 'http://www.w3.org/2000/svg';

const linkAt = ({ target }: Event): Element | null =>
  target instanceof Element ? target.closest('a') : null;

/** A drawn link shows its name on hovering. There may be thousands, so each gets it when somebody hovers. */
const showName = (event: Event): void => {
  const link = linkAt(event);
  const name = link?.getAttribute('aria-label');
  if (link?.namespaceURI !== svg || name === null || name === undefined || link.querySelector('title'))
    return;
  link.append(Object.assign(document.createElementNS(svg, 'title'), { textContent: name }));
};

/** Drawn links go where the page's own go: without loading it anew. */
export const DrawnLinks = ({ children }: { children: ReactNode }) => {
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const to = linkAt(event)?.getAttribute('href');
      if (!to?.startsWith('/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      navigate(to);
    };
    const element = place.current;
    element?.addEventListener('click', follow);
    element?.addEventListener('pointerover', showName);
    return () => {
      element?.removeEventListener('click', follow);
      element?.removeEventListener('pointerover', showName);
    };
  }, [navigate]);
  return <div ref={place}>{children}</div>;
};

/** A switch in the head of a panel. */
export const Switch = (props: { on: boolean; onPress: () => void; children: ReactNode }) => (
  <button type="button" className="chart-switch" aria-pressed={props.on} onClick={props.onPress}>
    {props.children}
  </button>
);

/** The panel of a chart. */
export const ChartPanel = ({
  id,
  title,
  sentence,
  least,
  draw,
  table,
  legend,
  className,
  aside,
}: ChartPanelProps) => {
  const { m } = useWords();
  const { place, width } = useWidth();
  const [asTable, toggleTable] = useAddressSwitch('table', id);
  return (
    <section className={`panel chart-panel ${className ?? ''}`} aria-labelledby={id}>
      <header className="chart-head">
        <h2 id={id}>{title}</h2>
        <div className="chart-switches">
          {!asTable && aside}
          <Switch on={asTable} onPress={toggleTable}>
            {m.board.asTable}
          </Switch>
        </div>
      </header>
      {sentence !== undefined && <p className="chart-sentence">{sentence}</p>}
      <div ref={place} className="chart-place">
        {asTable ? (
          table
        ) : width === undefined ? null : width >= least ? (
          <DrawnLinks>{draw(width)}</DrawnLinks>
        ) : (
          <Scroller label={title}>
            <div style={{ minWidth: least }}>
              <DrawnLinks>{draw(least)}</DrawnLinks>
            </div>
          </Scroller>
        )}
      </div>
      {legend !== undefined && !asTable && <p className="quiet legend">{legend}</p>}
    </section>
  );
};
