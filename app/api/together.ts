import type { Database } from '#drizzle/database.ts';

/** What requests that wait at the same moment have in common, and how it is kept: an answer for each list, in their order. */
export type Keeping<Line, Item, Answer> = {
  /** Lists of the same name are kept together. */
  nameOf: (line: Line) => string;
  /** Items in one go; a longer list goes alone. */
  mostAtOnce: number;
  keep: (database: Database, line: Line, lists: Item[][]) => Promise<Answer[]>;
};

type Waiting<Item, Answer> = { list: Item[]; done: (answer: Answer) => void; failed: (error: unknown) => void };

/**
 * Keeps what one request brought together with what others of its line bring while the one before is being kept: one commit
 * serves them all. Settles after the commit that holds it. A failure of the whole is tried again request by request.
 */
export function keepingTogether<Line, Item, Answer>({ nameOf, mostAtOnce, keep }: Keeping<Line, Item, Answer>) {
  const lines = new Map<string, Waiting<Item, Answer>[]>();

  async function serve(database: Database, line: Line, name: string, waiting: Waiting<Item, Answer>[]): Promise<void> {
    while (waiting.length > 0) {
      const some = takeFrom(waiting, mostAtOnce);
      try {
        await keepAll(database, line, some);
      } catch (error) {
        if (some.length === 1) some[0]!.failed(error);
        else for (const one of some) await keepAll(database, line, [one]).catch(one.failed);
      }
    }
    lines.delete(name);
  }

  async function keepAll(database: Database, line: Line, some: Waiting<Item, Answer>[]): Promise<void> {
    const answers = await keep(
      database,
      line,
      some.map(({ list }) => list),
    );
    some.forEach(({ done }, i) => done(answers[i]!));
  }

  return (database: Database, line: Line, list: Item[]): Promise<Answer> =>
    new Promise((done, failed) => {
      const name = nameOf(line);
      const one = { list, done, failed };
      const waiting = lines.get(name);
      if (waiting) {
        waiting.push(one);
        return;
      }
      const first = [one];
      lines.set(name, first);
      void serve(database, line, name, first);
    });
}

/** Takes out the first lists, as many as `most` items; at least one. */
function takeFrom<Item, Answer>(waiting: Waiting<Item, Answer>[], most: number): Waiting<Item, Answer>[] {
  let items = 0;
  let n = 0;
  for (const { list } of waiting) {
    if (n > 0 && items + list.length > most) break;
    items += list.length;
    n += 1;
  }
  return waiting.splice(0, n);
}
