type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * A pressed key as commands name theirs: `n`, `Shift+c`, `Mod+g` (Ctrl, or ⌘ on a Mac), `Alt+Arrow` for any of the four,
 * `Enter`, `F2`, `?`.
 */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const letter = key.length === 1;
  const signs = letter && key.toLowerCase() === key.toUpperCase(); // `?` says by itself that Shift was down
  const parts = [
    (ctrlKey || metaKey) && 'Mod',
    altKey && 'Alt',
    shiftKey && !signs && 'Shift',
    arrowOf(key) ? 'Arrow' : letter ? key.toLowerCase() : key,
  ];
  return parts.filter(Boolean).join('+');
}

const arrows = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const;

/** Which way an arrow key points; null for other keys. */
export function arrowOf(key: string): 'up' | 'down' | 'left' | 'right' | null {
  return key in arrows ? arrows[key as keyof typeof arrows] : null;
}

/** Which way a key steps through what was done; undefined: it does not. */
export function stepKey(name: string): 'undo' | 'redo' | undefined {
  if (name === 'Mod+z') return 'undo';
  return name === 'Mod+Shift+z' || name === 'Mod+y' ? 'redo' : undefined;
}
