import { dig, type Facts, readFact } from './rule/read-fact.ts';
import { readNumber } from './rule/read-number.ts';
import type { Write } from './write.ts';

/** The member's variables after a node's writes, in order; `answer` is what came back (an answer's id, or JSON). */
export function applyWrites(writes: readonly Write[], facts: Facts, answer: unknown): Facts['member'] {
  let member = facts.member;
  for (const write of writes)
    member = { ...member, [write.variable]: valueOf(write, { ...facts, member }, answer) ?? null };
  return member;
}

/** What a service's JSON answer writes, by variable: what the member's row is given. Values that are no scalar are null. */
export function answerValues(
  writes: readonly Write[],
  answer: unknown,
): Record<string, string | number | boolean | null> {
  const found = writes.flatMap((write) =>
    write.from === 'answer'
      ? [[write.variable, scalar(write.at === null ? answer : dig(answer, write.at.split('.')))]]
      : [],
  );
  return Object.fromEntries(found);
}

function valueOf(write: Write, facts: Facts, answer: unknown): unknown {
  switch (write.from) {
    case 'value':
      return write.value;
    case 'fact':
      return readFact(write.fact, facts).value;
    case 'sum':
      return (readNumber(facts.member[write.variable]) ?? 0) + write.plus;
    case 'answer':
      return answerValues([write], answer)[write.variable];
  }
}

function scalar(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return value.slice(0, 2_000);
  if (typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}
