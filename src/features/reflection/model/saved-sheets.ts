import { isRecord } from '../../../lib/storage/entry-store.ts';
import { createStore, type StorageLike } from '../../../lib/storage/store.ts';
import type { ReflectionAnswers } from './score.ts';

/** Answers about each relationship, keyed by relationship id. */
export type Sheets = Readonly<Record<string, ReflectionAnswers>>;

/** The reflection's answers on the device; only kept when the reader asks for it. */
export function createSheetStore(storage: () => StorageLike) {
  return createStore<Sheets>('reflection', parseSheets, storage);
}

/** Reads unknown JSON; answers outside 1 to 7 are left out. Undefined where it is no sheets at all. */
export function parseSheets(json: unknown): Sheets | undefined {
  if (!isRecord(json)) return undefined;
  const sheets = Object.entries(json).filter(([, sheet]) => isRecord(sheet));
  return Object.fromEntries(
    sheets.map(([id, sheet]) => [
      id,
      Object.fromEntries(Object.entries(sheet as object).filter(isAnswer)),
    ]),
  );
}

function isAnswer(entry: [string, unknown]): entry is [string, number] {
  return Number.isInteger(entry[1]) && Number(entry[1]) >= 1 && Number(entry[1]) <= 7;
}
