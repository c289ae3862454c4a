import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { parse as parseYaml } from 'yaml';
import { parseCsvById, parseYamlById, parseYamlInOrder } from './content-model/model/parse-data.ts';
import {
  evidenceSchema,
  findingsFileSchema,
  mythSchema,
} from './content-model/schemas/evidence.ts';
import {
  ageSpanSchema,
  cultureRowSchema,
  effectSchema,
  episodeSchema,
  milestoneSchema,
  prevalenceSchema,
} from './content-model/schemas/figure-data.ts';
import { glossaryTermSchema } from './content-model/schemas/glossary.ts';
import { helplinesSchema } from './content-model/schemas/helpline.ts';
import { pageSchema } from './content-model/schemas/page.ts';
import { questionGroupSchema } from './content-model/schemas/question-group.ts';
import { quizSchema } from './content-model/schemas/quiz.ts';
import { referenceSchema } from './content-model/schemas/reference.ts';
import { reflectionSchema } from './content-model/schemas/reflection.ts';
import { site } from './site/site.ts';

const content = './src/content';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageSchema }) }),
  // Starlight asks for its messages by the site's language, and a file may serve several, as en.json does.
  i18n: defineCollection({
    loader: () => [{ id: site.language, ...site.messages }],
    schema: i18nSchema(),
  }),
  references: defineCollection({
    loader: file(`${content}/references.json`),
    schema: referenceSchema,
  }),
  evidence: defineCollection({ loader: file(`${content}/evidence.yaml`), schema: evidenceSchema }),
  findings: defineCollection({
    loader: glob({ base: `${content}/findings`, pattern: '*.yaml' }),
    schema: findingsFileSchema,
  }),
  quizzes: defineCollection({
    loader: glob({ base: `${content}/quizzes`, pattern: '*.yaml' }),
    schema: quizSchema,
  }),
  glossary: defineCollection({
    loader: glob({ base: `${content}/glossary`, pattern: '*.md' }),
    schema: glossaryTermSchema,
  }),
  myths: defineCollection({
    loader: file(`${content}/myths.yaml`, { parser: parseYamlInOrder }),
    schema: mythSchema,
  }),
  helplines: defineCollection({
    loader: file(`${content}/helplines.yaml`, { parser: parseYamlInOrder }),
    schema: helplinesSchema,
  }),
  questions: defineCollection({
    loader: file(`${content}/questions.yaml`, { parser: parseYamlInOrder }),
    schema: questionGroupSchema,
  }),
  reflection: defineCollection({
    loader: file(`${content}/reflection.yaml`, {
      parser: (text) => ({ reflection: parseYaml(text) as Record<string, unknown> }),
    }),
    schema: reflectionSchema,
  }),
  culture: defineCollection({
    loader: file(`${content}/figures/culture.csv`, { parser: parseCsvById('country') }),
    schema: cultureRowSchema,
  }),
  prevalence: defineCollection({
    loader: file(`${content}/figures/prevalence.yaml`, { parser: parseYamlById('label') }),
    schema: prevalenceSchema,
  }),
  effects: defineCollection({
    loader: file(`${content}/figures/effects.yaml`, { parser: parseYamlById('label') }),
    schema: effectSchema,
  }),
  ages: defineCollection({
    loader: file(`${content}/figures/ages.yaml`, { parser: parseYamlById('what') }),
    schema: ageSpanSchema,
  }),
  timeline: defineCollection({
    loader: file(`${content}/figures/timeline.yaml`, { parser: parseYamlById('work') }),
    schema: milestoneSchema,
  }),
  episodes: defineCollection({
    loader: file(`${content}/figures/strange-situation.yaml`, { parser: parseYamlById('what') }),
    schema: episodeSchema,
  }),
};
