/** Passes over all examples `epochs` times, shuffled each time, in the same orders at each run. */
export function runEpochs<T>(
  examples: readonly T[],
  epochs: number,
  learn: (example: T) => void,
): void {
  const order = [...examples];
  const random = createRandom();
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    order.forEach(learn);
  }
}

/** Makes a deterministic generator of pseudo-random numbers from 0 to 1 (Lehmer). */
function createRandom(): () => number {
  const modulus = 2 ** 31 - 1;
  let state = 1;
  return () => (state = (state * 48_271) % modulus) / modulus;
}

/** Shuffles items in place (Fisher–Yates). */
function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
}
