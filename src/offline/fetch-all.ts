/** How many files are asked for at once. */
const lanes = 6;

/** Runs `work` on every path, a few at a time; the first failure ends all. */
export async function fetchAll(
  paths: readonly string[],
  work: (path: string) => Promise<void>,
): Promise<void> {
  const queue = [...paths];
  const lane = async () => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) await work(path);
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } finally {
    queue.length = 0;
  }
}
