import { z } from 'astro/zod';

const text = z.string().min(1);

const threeToSix = <Item extends z.ZodType>(item: Item) => z.array(item).min(3).max(6);

const choiceSchema = z.strictObject({
  /** Text of the choice. */
  text,
  /** Whether it is right. */
  correct: z.boolean().default(false),
  /** Why it is or is not a good answer, in a sentence or two. */
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
  choices: threeToSix(choiceSchema),
});

/** A statement to judge, with the reason for the judgement. */
const trueFalseSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('true-false'),
  /** Whether the statement is true. */
  answer: z.boolean(),
  choices: threeToSix(
    z.strictObject({
      ...choiceSchema.shape,
      /** The judgement that this reason supports: true or false. */
      verdict: z.boolean(),
    }),
  ),
});

/** Items to put in order; listed here in the right order. */
const orderSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('order'),
  /** Each item, with the reason for its position as feedback. */
  items: threeToSix(z.strictObject({ text, feedback: text })),
});

/** Pairs to match: the reader chooses a right side for each left side. */
const matchSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('match'),
  /** The right pairs; no two left sides and no two right sides are the same. */
  pairs: threeToSix(z.strictObject({ left: text, right: text, feedback: text })),
});

/** A question of any kind. */
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
export const reflectionSchema = z.strictObject({
  /** Introduction above the statements: what they are and are not. */
  before: text,
  /** Note below a result: what it is and is not. */
  after: text,
  /** Note that the map's dividing lines are our own, since no study gives any. */
  cut: text,
  /** Safety advice above every result, for readers who are afraid of someone. */
  safety: z.strictObject({
    /** The text that readers see. */
    text,
    /** Text of the link. */
    link: text,
    /** Anchor of the section of the same page that it links to. */
    section: text,
  }),
  /** Link below a result to the section of the same page on how to get a better one. */
  better: z.strictObject({ link: text, section: text }),
  /** Relationships to choose from. */
  relationships: z.array(z.strictObject({ id: text, label: text })).min(2),
  /** Statements in the order shown, each on one of two dimensions. */
  statements: z
    .array(
      z.strictObject({
        id: text,
        /** The dimension it belongs to (Brennan, Clark & Shaver, 1998). */
        dimension: z.enum(['anxiety', 'avoidance']),
        /** Whether agreement lowers the score. */
        reverse: z.boolean().default(false),
        text,
      }),
    )
    .min(12)
    .max(16),
  /** The map's four patterns. */
  regions: z
    .array(z.strictObject({ id: text, name: text, dayToDay: text, canChange: text }))
    .length(4),
});

export type ReflectionData = z.infer<typeof reflectionSchema>;
