'use client';

import { useEffect, useRef } from 'react';
import { sayProblem } from '#locales/say-problem.ts';
import { useAnnounce } from '#ui/announcer.tsx';
import { saySaid } from '../say-said.ts';
import { useDraft } from '../store/use-draft.ts';
import { useSay } from '../use-say.ts';

/** Says what was done, undone or refused, once each; typing says nothing, for the field is read out already. */
export function AnnounceChanges() {
  const say = useSay();
  const announce = useAnnounce();
  const last = useDraft((state) => state.last);
  const refused = useDraft((state) => state.refused);
  const told = useRef(last);
  useEffect(() => {
    if (!last || last === told.current) return;
    told.current = last;
    if (last.act === 'do' && last.step.together !== null) return;
    announce(say(`done.${last.act}`, { what: saySaid(say, last.step.said) }));
  }, [last, announce, say]);
  useEffect(() => {
    if (refused) announce(sayProblem(say, refused));
  }, [refused, announce, say]);
  return null;
}
