/** How an outcome is read on a wall: by the ids that the gallery and the guide propose; an author's own are plain. */
export function toneOf(outcome: string): 'safe' | 'silent' | 'plain' {
  return safe.has(outcome) ? 'safe' : silent.has(outcome) ? 'silent' : 'plain';
}

const safe = new Set(['safe', 'left', 'helped', 'well', 'cared-for', 'all-clear', 'reached']);
const silent = new Set(['no-answer', 'nobody', 'nobody-reached', 'not-found', 'not-reached', 'unattended']);
