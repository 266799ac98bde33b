// What may be larger than its place scrolls within itself, and can be reached by keyboard to do so.
import type { ReactNode } from 'react';

/** A scrolling place; `label` names it. */
export const Scroller = (props: { label: string; className?: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  // biome-ignore lint/a11y/useSemanticElements: it is no set of inputs
  <div role="group" aria-label={props.label} tabIndex={0} className={props.className ?? 'scroll'}>
    {props.children}
  </div>
);
