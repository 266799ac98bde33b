// Where a screen breaks - or its code can't be fetched, as after a new release - the frame stays, and says what to do.
import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../session/session.tsx';

const Broken = () => {
  const { m } = useWords();
  return (
    <div className="screen">
      <Notice now tone="fault" title={m.errors.page.title}>
        <p>{m.errors.page.advice}</p>
        <div>
          <Button variant="default" onClick={() => location.reload()}>
            {m.errors.reload}
          </Button>
        </div>
      </Notice>
    </div>
  );
};

/** Shows its children, or that they broke; another `key` makes it try again. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}
