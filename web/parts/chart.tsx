// A chart with what belongs to it: its title, the table behind it one press away, links that stay within the page, and
// as much width as its place has. Where the place is too narrow to read, the drawing scrolls within itself.
import { Paper, UnstyledButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../session/session.tsx';
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

/** Drawn links go where the page's own go: without loading it anew. */
export const DrawnLinks = ({ children }: { children: ReactNode }) => {
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const to = link?.getAttribute('href');
      if (!to?.startsWith('/') || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      navigate(to);
    };
    const element = place.current;
    element?.addEventListener('click', follow);
    return () => element?.removeEventListener('click', follow);
  }, [navigate]);
  return <div ref={place}>{children}</div>;
};

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
}: ChartPanelProps) => {
  const { m } = useWords();
  const { place, width } = useWidth();
  const [asTable, setAsTable] = useState(false);
  return (
    <Paper component="section" className={`panel chart-panel ${className ?? ''}`} aria-labelledby={id}>
      <header className="chart-head">
        <h2 id={id}>{title}</h2>
        <UnstyledButton className="chart-switch" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {m.board.asTable}
        </UnstyledButton>
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
    </Paper>
  );
};
