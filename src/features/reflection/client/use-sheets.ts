import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Statement, ReflectionAnswers } from '../model/score.ts';
import { checkedBefore } from '../../quiz/client/use-answers.ts';
import { isRecord } from '../../../lib/storage/entry-store.ts';
import { createStore, type StorageLike } from '../../../lib/storage/store.ts';

/** Answers about each relationship, kept on the device only while the reader wants that. */
export interface KeptSheets {
  /** Whether the browser has taken over. */
  live: boolean;
  sheets: Sheets;
  set: (sheets: Sheets) => void;
  kept: boolean;
  /** False when the device would not keep them. */
  keep: (wanted: boolean) => boolean;
}

/** Starts with what a reader chose before the script took over, and with what the device kept. */
export function useSheets(before: () => Sheets): KeptSheets {
  const store = useMemo(() => createSheetStore(() => localStorage), []);
  const [sheets, setSheets] = useState<Sheets>(before);
  const [live, setLive] = useState(false);
  const [kept, setKept] = useState(false);

  useLayoutEffect(() => {
    const saved = store.read();
    if (saved) {
      setSheets({ ...saved, ...sheets });
      setKept(true);
    }
    setLive(true);
  }, []);

  return {
    live,
    sheets,
    kept,
    set(next) {
      setSheets(next);
      if (kept) setKept(store.write(next));
    },
    keep(wanted) {
      if (!wanted) store.clear();
      const took = wanted && store.write(sheets);
      setKept(took);
      return took === wanted;
    },
  };
}

/** What a reader answered on the server's page before the script took over. */
export function answeredBefore(statements: readonly Statement[], about: string): Sheets {
  const answers = statements.flatMap(({ id }) =>
    checkedBefore(`statement-${id}`).map((value) => [id, Number(value)] as const),
  );
  return answers.length > 0 ? { [about]: Object.fromEntries(answers) } : {};
}

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
