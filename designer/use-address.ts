import { useCallback, useEffect, useRef, useState } from 'react';
import { type At, readAddress, writeAddress } from './address.ts';

/** Where in the designer one is, kept in the address so that it can be sent, reloaded and walked back through. */
export function useAddress(first: At): [At, (next: Partial<At>) => void] {
  const [at, setAt] = useState(first);
  const here = useRef(first);
  useEffect(() => {
    const back = () => {
      here.current = readAddress(new URLSearchParams(location.search), here.current.view);
      setAt(here.current);
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = useCallback((next: Partial<At>) => {
    // Whoever goes to a panel without naming a text wants none in particular.
    here.current = { ...here.current, ...(next.panel === undefined ? {} : { text: null }), ...next };
    setAt(here.current);
    const address = writeAddress(here.current);
    if (address === location.search) return;
    // Looking at another node is no step that the browser's back button should undo.
    const step = next.view === undefined && next.panel === undefined ? 'replaceState' : 'pushState';
    history[step](history.state, '', address);
  }, []);
  return [at, go];
}
