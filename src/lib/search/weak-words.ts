/** Everyday words that are rarely what a question is about, however rare they are on the pages. */
const weakWords = new Set(
  `always anyone anything ask away back become becomes becoming best better big come comes coming
  day days different down else enough even ever every everyone everything feel feeling feels felt
  find finding finds first gave give gives giving good great happen happened happens help helping
  helps important kind kinds know knows known last later learn learning life little long look
  looking looks made make makes making matter matters never new normal often old once one other
  others people person put real right said same say says see seen sign signs small sort start
  still stop take takes taking talk tell tells thing things think thought time times told tried try
  trying type types use used want wanted wants way ways well work working works wrong`.split(/\s+/),
);

/** Whether a word is rarely what a question is about. */
export function isWeakWord(word: string): boolean {
  return weakWords.has(word);
}
