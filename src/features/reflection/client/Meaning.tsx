import type { ReflectionView } from './reflection-view.ts';

/** What comes before any pattern when someone is afraid; stands wherever a pattern is explained. */
export function Safety({ text, link }: ReflectionView['safety']) {
  return (
    <p>
      <b>{text}</b> <a href="#if-you-are-not-safe-with-someone">{link}</a>
    </p>
  );
}

/** What a pattern may feel like from day to day, and what can change. */
export function Meaning({ name, dayToDay, canChange }: ReflectionView['regions'][number]) {
  return (
    <div class="sb-meaning">
      <p class="sb-label">{name}</p>
      <p>{dayToDay}</p>
      <p>{canChange}</p>
    </div>
  );
}
