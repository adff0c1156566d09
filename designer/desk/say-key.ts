import type { Say } from '../say.ts';

/** A key as it stands on the keyboard: `Mod+Shift+g` → «Ctrl + Mayús + G». */
export function sayKey(say: Say, key: string): string {
  return key
    .split('+')
    .map((part) => (part === ' ' ? 'Space' : part))
    .map((part) => (say.has(`key.${part}`) ? say(`key.${part}`) : part.length === 1 ? part.toUpperCase() : part))
    .join(' + ');
}
