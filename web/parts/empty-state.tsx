// Nothing here yet: says why, and what the next step is.
import type { ReactNode } from 'react';

/** A title, what it means, and the steps that fill the place. */
export const EmptyState = ({ title, children }: { title: string; children?: ReactNode }) => (
  <section className="empty-state" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);
