import type { QuestionGroup } from '../../content-model/schemas/question-group.ts';
import { getEntries } from '../../queries/entries.ts';
import { once } from '../../queries/once.ts';

/** The index of questions by who asks, as the file lists them. */
export const getQuestionGroups = once(async (): Promise<QuestionGroup[]> => {
  const groups = await getEntries('questions');
  return groups.map(({ data }) => data).sort((a, b) => a.order - b.order);
});
