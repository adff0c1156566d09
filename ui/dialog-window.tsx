'use client';

import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import styles from './dialog.module.css';

export type DialogProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  /** `foot`: rises from the lower edge, in reach of a thumb. `wide`: for what is compared side by side. */
  look?: 'middle' | 'foot' | 'wide';
  children: ReactNode;
};

/** What a dialog shows; in a script of its own (`dialog.tsx`). */
export function DialogWindow({ title, open, onClose, look = 'middle', children }: DialogProps) {
  return (
    <ModalOverlay
      className={`${styles['veil']} ${styles[look]}`}
      isDismissable={look === 'foot'}
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
    >
      <Modal className={styles['modal'] ?? ''}>
        <AriaDialog className={styles['dialog'] ?? ''}>
          <Heading slot="title" className={styles['title'] ?? ''}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
