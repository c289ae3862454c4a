import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { parse as parseYaml } from 'yaml';
import { parseCsvById, parseYamlById, parseYamlInOrder } from './lib/content/parse-data.ts';
import { evidenceSchema } from './schemas/evidence.ts';
import { cultureRowSchema, effectSchema, prevalenceSchema } from './schemas/figure-data.ts';
import { findingsFileSchema } from './schemas/finding.ts';
import { glossaryTermSchema } from './schemas/glossary.ts';
import { mythSchema } from './schemas/myth.ts';
import { pageSchema } from './schemas/page.ts';
import { quizSchema } from './schemas/quiz.ts';
import { referenceSchema } from './schemas/reference.ts';
import { reflectionSchema } from './schemas/reflection.ts';

const content = './src/content';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema({ extend: pageSchema }) }),
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
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
};
