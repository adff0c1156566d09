'use client';

import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './dialog.module.css';

export type DialogProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  /** `foot`: rises from the lower edge, in reach of a thumb. `wide`: for what is compared side by side. */
  look?: 'middle' | 'foot' | 'wide';
  children: ReactNode;
};

/**
 * A question that must be answered before going on; Escape and `onClose` leave everything as it was. It is the browser's own
 * modal dialog: the rest of the page is out of reach meanwhile, and the focus goes back to where it came from.
 */
export function Dialog({ open, ...shown }: DialogProps) {
  const [inBrowser, setInBrowser] = useState(false);
  useLayoutEffect(() => setInBrowser(true), []);
  // Not within what opened it, whose styles mean what they stand beside.
  return open && inBrowser && createPortal(<Modal {...shown} />, document.body);
}

function Modal({ title, onClose, look = 'middle', children }: Omit<DialogProps, 'open'>) {
  const titleId = useId();
  const [here, setHere] = useState(false);
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    const release = holdPage();
    dialog?.showModal();
    setHere(true);
    return () => {
      // Before it is taken away: only a dialog that is closed gives the focus back.
      dialog?.close();
      release();
    };
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      className={`${styles['veil']} ${styles[look]}`}
      onCancel={(event) => {
        // Whoever opened it takes it away.
        event.preventDefault();
        onClose();
      }}
      onClose={({ currentTarget }) => !currentTarget.open && onClose()}
      // What it means to the page beneath, it does not mean here.
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClick={({ target, currentTarget }) => look === 'foot' && target === currentTarget && onClose()}
    >
      <div className={styles['modal']}>
        <h2 id={titleId} className={styles['title']}>
          {title}
        </h2>
        {/* What asks for the focus can have it only in a dialog that is open. */}
        {here && children}
      </div>
    </dialog>
  );
}

/** The page beneath does not scroll meanwhile, nor become wider where its scroll bar was. */
function holdPage(): () => void {
  const { style, clientWidth } = document.documentElement;
  const { overflow, scrollbarGutter } = style;
  if (innerWidth > clientWidth) style.scrollbarGutter = 'stable';
  style.overflow = 'hidden';
  return () => Object.assign(style, { overflow, scrollbarGutter });
}
