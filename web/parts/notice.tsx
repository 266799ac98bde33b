// Something that people must know before they go on; said at once to screen readers where it has just happened.
import type { ReactNode } from 'react';

/** A notice. `now`: it has just happened and is read out at once. */
export const Notice = (props: {
  tone: 'care' | 'fault';
  title?: string;
  now?: boolean;
  children: ReactNode;
}) => (
  <div className={`notice notice-${props.tone}`} {...(props.now === true ? { role: 'alert' } : {})}>
    {props.title !== undefined && <p className="notice-title">{props.title}</p>}
    {props.children}
  </div>
);
