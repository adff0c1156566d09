/**
 * Gives the focus to what has just been drawn within a frame, some frames later: a card cannot be seen until it is measured,
 * and a question that brought it gives the focus back to where it was asked, or, as the second of two, to nothing. Whoever
 * goes on by a key or a click is left alone. Answers how to give up.
 */
export function focusSoon(frame: HTMLElement, selector: string): () => void {
  let next = 0;
  let left = 30;
  const end = () => {
    cancelAnimationFrame(next);
    for (const sign of signs) document.removeEventListener(sign, end, true);
  };
  const attempt = () => {
    const node = frame.querySelector<HTMLElement>(selector);
    const active = document.activeElement;
    const free = active === null || active === document.body || frame.contains(active);
    if (node && node !== active && free) node.focus({ preventScroll: true });
    if (left-- > 0) next = requestAnimationFrame(attempt);
    else end();
  };
  attempt();
  for (const sign of signs) document.addEventListener(sign, end, true);
  return end;
}

const signs = ['keydown', 'pointerdown'] as const;
