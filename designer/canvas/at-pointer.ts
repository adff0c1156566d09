/** The line under the pointer, by its name; undefined if there is none. */
export function lineAt(x: number, y: number): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const line = element.closest('.react-flow__edge');
    if (line instanceof SVGElement) return line.dataset['id'];
  }
  return undefined;
}

/** Where a mouse or a finger was, px from the window's corner. */
export function pointOf(event: MouseEvent | TouchEvent): { x: number; y: number } {
  const at = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: at?.clientX ?? 0, y: at?.clientY ?? 0 };
}

/** The card at a place of the window, by its node; undefined if there is none. */
export function cardAt({ x, y }: { x: number; y: number }): string | undefined {
  for (const element of document.elementsFromPoint(x, y)) {
    const card = element.closest('.react-flow__node-card');
    if (card instanceof HTMLElement) return card.dataset['id'];
  }
  return undefined;
}
