import type { Sheets } from '../model/saved-sheets.ts';
import type { Statement } from '../model/score.ts';
import { checkedBefore } from '../../quiz/client/use-answers.ts';

/** What a reader answered on the server's page before the script took over. */
export function answeredBefore(statements: readonly Statement[], about: string): Sheets {
  const answers = statements.flatMap(({ id }) =>
    checkedBefore(`statement-${id}`).map((value) => [id, Number(value)] as const),
  );
  return answers.length > 0 ? { [about]: Object.fromEntries(answers) } : {};
}
