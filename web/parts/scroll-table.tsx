// A table that may be wider than the screen: it scrolls within itself, by keyboard as well.
import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { Scroller } from './scroller.tsx';

/** A table with a caption that names it; `head` are its header cells, `children` its rows. */
export const ScrollTable = (props: {
  caption: string;
  head: readonly ReactNode[];
  children: ReactNode;
  shown?: boolean;
}) => (
  <Scroller label={props.caption}>
    <Table verticalSpacing="xs" horizontalSpacing="sm">
      <Table.Caption className={props.shown === true ? '' : 'visually-hidden'}>{props.caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {props.head.map((cell, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column's place is its identity
            <Table.Th key={i} scope="col">
              {cell}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{props.children}</Table.Tbody>
    </Table>
  </Scroller>
);
