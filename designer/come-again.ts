/** How long (ms) until what could not be fetched is asked for again, and how often before it is given up. */
const pause = 2_000;
const times = 300;

/** A part of the page that is fetched when needed, asked for again while the house cannot be reached. */
export async function comeAgain<Part>(load: () => Promise<Part>, left = times): Promise<Part> {
  try {
    return await load();
  } catch (cause) {
    if (left === 0) throw cause;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return comeAgain(load, left - 1);
  }
}
