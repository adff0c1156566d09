import { type ComponentType, lazy, useState } from 'react';

/** How long (ms) until what could not be fetched is asked for again, and how often before it is given up. */
const pause = 2_000;
const times = 300;

/**
 * A component in a script of its own. `fetch` asks for it, again and again while the house cannot be reached; `Part` shows
 * it, under a Suspense. Once it is there it is rendered at once: what had to wait is rendered when nothing else happens, and
 * from the beginning whenever something does.
 */
export function fetchedPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let got: ComponentType<Props> | null = null;
  let coming: Promise<ComponentType<Props>> | undefined;
  const fetch = () => (coming ??= comeAgain(load).then((part) => (got = part)));
  const Later = lazy(async () => ({ default: (await fetch()) as ComponentType<object> }));
  function Part(props: Props) {
    const [Shown] = useState(() => (got ?? Later) as ComponentType<Props>);
    return <Shown {...props} />;
  }
  return { Part, fetch };
}

async function comeAgain<T>(load: () => Promise<T>, left = times): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    if (left === 0) throw cause;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return comeAgain(load, left - 1);
  }
}
