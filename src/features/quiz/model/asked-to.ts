import type { QuestionView } from './view.ts';

/** What a reader is asked to do with each kind of question. */
export const askedTo: Record<QuestionView['kind'], string> = {
  one: 'Choose one',
  situation: 'Read and choose one',
  several: 'Choose all that apply',
  'true-false': 'True or false, and why',
  order: 'Put in order',
  match: 'Match the pairs',
};
