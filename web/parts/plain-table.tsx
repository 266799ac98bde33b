// A table of plain elements, for tables that may have very many cells: it scrolls within itself, by keyboard as well.
import type { ReactNode } from 'react';
import { Scroller } from './scroller.tsx';

/** A table that its caption names to those who do not see it; `head` are its header cells, `children` its rows. */
export const PlainTable = (props: {
  readonly caption: string;
  readonly head: readonly string[];
  readonly children: ReactNode;
}) => (
  <Scroller label={props.caption}>
    <table className="plain-table">
      <caption className="visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {props.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  </Scroller>
);
