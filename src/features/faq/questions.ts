import type { QuestionGroup } from '../../content-model/schemas/search.ts';
import { getEntries, once } from '../../queries/entries.ts';

/** The index of questions by who asks, as the file lists them. */
export const getQuestionGroups = once(async (): Promise<QuestionGroup[]> => {
  const groups = await getEntries('questions');
  return groups.map(({ data }) => data).sort((a, b) => a.order - b.order);
});

/** Style by which the filter of the index of questions shows one group, without JavaScript. */
export async function getQuestionsFilterStyle(): Promise<string> {
  // A group that holds the target of the address is always shown.
  const hidden = (await getQuestionGroups()).map(
    ({ id }) =>
      `#sb-question-filter:has([value="${id}"]:checked)~[data-asked-by]:not([data-asked-by="${id}"],:has(:target))`,
  );
  return `${hidden.join()}{display:none}`;
}
