import { z } from 'astro/zod';

const text = z.string().min(1);

/** Three to six of what a reader chooses among. */
const someOf = <Item extends z.ZodType>(item: Item) => z.array(item).min(3).max(6);

const choiceSchema = z.strictObject({
  /** What the reader may choose. */
  text,
  /** Whether choosing it is right. */
  correct: z.boolean().default(false),
  /** Why it is or is not a good answer, in a sentence or two; shown once it was chosen. */
  feedback: text,
});

const questionBase = {
  /** Kebab-case id, unique on the whole site, never changed once published. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** The question or the situation. */
  stem: text,
  /** Anchor of the heading on the page that answers it. */
  section: text,
  /** Ids of the works behind it, each cited on the page. */
  references: z.array(z.string()).default([]),
};

/**
 * A question with choices, by its kind: "one" has one right choice among several, "situation" a situation
 * to read and the best reply to choose, "several" two or more right choices and at least one wrong.
 */
const choiceQuestionSchema = z.strictObject({
  ...questionBase,
  kind: z.enum(['one', 'situation', 'several']),
  choices: someOf(choiceSchema),
});

/** A statement to judge, with the reason for the judgement. */
const trueFalseSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('true-false'),
  /** Whether the statement is true. */
  answer: z.boolean(),
  choices: someOf(
    z.strictObject({
      ...choiceSchema.shape,
      /** Whether this reason calls the statement true or false. */
      verdict: z.boolean(),
    }),
  ),
});

/** Items to put in order; written here in the right one. */
const orderSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('order'),
  /** Each item with why it stands where it does. */
  items: someOf(z.strictObject({ text, feedback: text })),
});

/** Pairs to match; lefts stay, rights are chosen. */
const matchSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('match'),
  /** Pairs as they belong together; each left and each right side stands once. */
  pairs: someOf(z.strictObject({ left: text, right: text, feedback: text })),
});

/** Any question, told apart by its `kind`. */
export const questionSchema = z.discriminatedUnion('kind', [
  choiceQuestionSchema,
  trueFalseSchema,
  orderSchema,
  matchSchema,
]);

/** One topic's quiz; the file's name is its id. */
export const quizSchema = z.strictObject({
  /** Title shown above the quiz. */
  title: text,
  /** Slug of the page it belongs to. */
  page: text,
  /** Questions in the order shown. */
  questions: z.array(questionSchema).min(1),
});

export type Question = z.infer<typeof questionSchema>;
export type Quiz = z.infer<typeof quizSchema>;

/** The self-reflection on attachment styles: statements, relationships and what a result may mean. */
export const reflectionSchema = z.object({
  /** What the statements are and are not; stands before them. */
  before: text,
  /** What a result is and is not; stands after it. */
  after: text,
  /** Whose line divides the map, since no study gives one. */
  cut: text,
  /** Stands above every result: what comes before all attachment when someone is afraid. */
  safety: z.object({
    text,
    link: text,
    /** Anchor of the section of the same page that the link leads to. */
    section: text,
  }),
  /** Link below a result to the section of the same page on how to get a better one. */
  better: z.object({ link: text, section: text }),
  /** Relationships to choose from. */
  relationships: z.array(z.object({ id: text, label: text })).min(2),
  /** Statements in the order shown, each on one of two dimensions. */
  statements: z
    .array(
      z.object({
        id: text,
        /** The dimension it speaks to (Brennan, Clark & Shaver, 1998). */
        dimension: z.enum(['anxiety', 'avoidance']),
        /** Whether agreement lowers the score. */
        reverse: z.boolean().default(false),
        text,
      }),
    )
    .min(12)
    .max(16),
  /** The map's four patterns. */
  regions: z.array(z.object({ id: text, name: text, dayToDay: text, canChange: text })).length(4),
});

export type ReflectionData = z.infer<typeof reflectionSchema>;
