'use client';

import { useEffect, useState } from 'react';
import type { DialogProps } from './dialog-window.tsx';
import { fetchedPart } from './fetched-part.tsx';

const shown = fetchedPart(() => import('./dialog-window.tsx').then((module) => module.DialogWindow));
const Shown = shown.Part;

/** Asks for what dialogs need before anybody touches the page: where work goes on without a network. */
export const fetchDialog = shown.fetch;

/**
 * A question that must be answered before going on; Escape and `onClose` leave everything as it was. Most pages are read
 * and left without one: its script comes when somebody first touches the page, and is there when they press.
 */
export function Dialog(props: DialogProps) {
  const { open } = props;
  const [here, setHere] = useState(false);
  useEffect(() => {
    if (open) fetchDialog().then(() => setHere(true), nothing);
  }, [open]);
  useEffect(() => {
    const come = () => void fetchDialog().catch(nothing);
    for (const touch of touches) addEventListener(touch, come, { once: true, passive: true });
    return () => {
      for (const touch of touches) removeEventListener(touch, come);
    };
  }, []);
  return here && <Shown {...props} />;
}

const touches = ['pointermove', 'pointerdown', 'keydown'];
/** It was asked for until it was given up. */
const nothing = () => undefined;
