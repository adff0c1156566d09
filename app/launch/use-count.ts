import { useEffect, useState } from 'react';
import type { Rule } from '#engine/rule/rule.ts';
import { countLaunch } from './acts.ts';
import type { Counted } from './counted.ts';

/** How many an audience has, asked half a second after the last change; null while it is being counted. */
export function useCount(slug: string, audience: Rule, event: Record<string, unknown>): Counted | null {
  const [counted, setCounted] = useState<Counted | null>(null);
  useEffect(() => {
    let over = false;
    setCounted(null);
    const asking = setTimeout(() => {
      countLaunch(slug, audience, event).then(
        (answer) => !over && setCounted(answer),
        () => undefined, // the page says that it is counting; the next change asks again
      );
    }, 500);
    return () => {
      over = true;
      clearTimeout(asking);
    };
  }, [slug, audience, event]);
  return counted;
}
