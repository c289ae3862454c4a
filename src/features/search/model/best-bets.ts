/** Queries whose best places are known, as the catalogue keeps them. */
export interface BestBet {
  /** Whether it is about help: it stands above all results, and the words stay as they were typed. */
  isHelp: boolean;
  /** Ids of the sections' records, best first. */
  places: string[];
  /** Source of the regular expression over a query's words. */
  pattern: string;
}

/** What authors write of a bet's queries. */
interface AuthoredQueries {
  queries: readonly string[];
}

/** One regular expression's source for all queries of a bet, with the named parts put in. */
export function toPattern(
  { queries }: AuthoredQueries,
  parts: Readonly<Record<string, string>>,
): string {
  const sources = queries.map((query) =>
    query.replace(/\{([a-z]+)\}/g, (all, name: string) => parts[name] ?? all),
  );
  return `(?:^| )(?:${sources.map((source) => `(?:${source})`).join('|')})(?= |$)`;
}

/** The bets that a query's words fall under, in authored order. */
export function findBets(words: readonly string[], bets: readonly BestBet[]): BestBet[] {
  const text = words.join(' ');
  return bets.filter(({ pattern }) => new RegExp(pattern).test(text));
}
