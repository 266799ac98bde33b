// A question or a part that stands over the screen: at the middle, or at the side. Its head is no second banner of the
// page, which the ready-made one is to a screen reader.
import { Drawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';

export interface DialogProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  /** What the closing cross is called. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const content = ({ title, closeLabel, children }: DialogProps, Parts: typeof Modal | typeof Drawer) => (
  <Parts.Content>
    <div className="dialog-head">
      <Parts.Title>{title}</Parts.Title>
      <Parts.CloseButton aria-label={closeLabel} />
    </div>
    <Parts.Body>{children}</Parts.Body>
  </Parts.Content>
);

/** A dialog in the middle of the screen. */
export const Dialog = (props: DialogProps) => (
  <Modal.Root opened={props.opened} onClose={props.onClose}>
    <Modal.Overlay />
    {content(props, Modal)}
  </Modal.Root>
);

/** A dialog at the right side. */
export const SideDialog = (props: DialogProps) => (
  <Drawer.Root opened={props.opened} onClose={props.onClose} position="right">
    <Drawer.Overlay />
    {content(props, Drawer)}
  </Drawer.Root>
);
