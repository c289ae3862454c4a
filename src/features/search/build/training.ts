/** Goes through all examples so many times, in another order each time and in the same orders at each run. */
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

/** Numbers from 0 to 1 that look like chance and are the same each time (Lehmer's generator). */
function createRandom(): () => number {
  const modulus = 2 ** 31 - 1;
  let state = 1;
  return () => (state = (state * 48_271) % modulus) / modulus;
}

/** Puts items in another order, in place. */
function shuffle<T>(items: T[], random: () => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [items[last], items[other]] = [items[other] as T, items[last] as T];
  }
}
