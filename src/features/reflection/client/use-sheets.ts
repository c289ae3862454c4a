import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { createSheetStore, type Sheets } from '../model/saved-sheets.ts';

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
