import { useSyncExternalStore } from 'react';

const query = '(max-width: 640px)';

/** Whether the window is as narrow as a phone: there the outline is the editor and the canvas a picture. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    isNarrow,
    () => false,
  );
}

export const isNarrow = (): boolean => matchMedia(query).matches;
