import * as z from 'zod';
import { AGREEMENTS, KINDS, REASON_CATEGORIES, STATUSES } from './plan-file.ts';

/** A text with something to read in it: not only spaces or invisible characters. */
const text = z.string().regex(/[^\s\p{C}]/u, { message: 'empty' });

function described(title: string, description: string) {
  return text.meta({ title, description });
}

/** One or more texts: a single one may be written without a list. */
function texts(title: string, description: string) {
  return z.union([text, z.array(text).min(1)]).meta({ title, description });
}

const MAX_ID = 200;

function identifier(pattern: RegExp, title: string, description: string) {
  return z.string().max(MAX_ID).regex(pattern, { message: 'id' }).meta({ title, description });
}

/** Letters, digits, dots and hyphens. */
const ITEM_ID = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;
const PLAN_ID = /^[a-z0-9][a-z0-9-]*$/;

function date(title: string, description: string) {
  return z.string().meta({
    title,
    description: `${description} A day (2022-06-30), or only what is known: 2022-06 or 2022, which counts as its last day.`,
    kind: 'date',
    pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$',
  });
}

function target(title: string, description: string) {
  return z.string().meta({
    title,
    description: `${description} Forms: 2022-06-30, 2022-06, 2022-Q2, 2022-summer, 2022, FY2022, FY2022-Q1, from 2022-04, ongoing, "when: …".`,
    kind: 'target',
    pattern: '^(FY\\d{4}(-Q[1-4])?|(from )?\\S*\\d{4}\\S*|ongoing|when: +\\S.*)$',
  });
}

function link(title: string, description: string) {
  return z
    .string()
    .regex(/^https?:\/\/[^\s\p{C}]+$/u, { message: 'url' })
    .meta({ title, description });
}

const see = texts(
  'See also',
  'Other recommendations or actions it speaks of: "4", "4.2" or "other-plan/4.2".',
);
const standards = texts('Standards', 'The expectations it serves, as standards/expectation.');
const notes = described('Notes', 'Internal notes. They are never published.');

const evidenceSchema = z
  .strictObject({
    title: described('Title', 'What the evidence is.'),
    href: described('Link', 'Where it is: a path beside the plan, or a web address.').optional(),
  })
  .meta({ title: 'Evidence' });

export const entrySchema = z
  .strictObject({
    date: date('Date', 'The day of the update.'),
    status: z
      .enum(STATUSES)
      .meta({ title: 'Status', description: 'Where the action stands from this day on.' })
      .optional(),
    completed: date(
      'Completed',
      'With status complete: the day it was done, if known and earlier than the update.',
    ).optional(),
    target: target('New target', 'A new target: the text must then say why it moved.').optional(),
    by: texts('By', 'Who reports.').optional(),
    text: described('Text', 'What was done, in the words of the update.'),
    see: see.optional(),
    evidence: z.array(evidenceSchema).min(1).meta({ title: 'Evidence' }).optional(),
  })
  .meta({ title: 'Progress entry', description: 'One dated update. The log only grows.' });

export const actionSchema = z
  .strictObject({
    id: identifier(ITEM_ID, 'Id', "Begins with its recommendation's id and a dot: 13.1."),
    action: described('Action', 'Specific: the one thing that will be done.'),
    measure: described('Measure', 'Measurable: what will show that it is done.').optional(),
    achievable: described('Achievable', 'The means, resources and dependencies.').optional(),
    realistic: described('Realistic', 'Why it is within reach and worth it.').optional(),
    owner: texts('Owner', 'Who is responsible: an id or spelling of the owners file.').optional(),
    target: target('Target', 'Time-bound: the first target given. It is never edited.').optional(),
    review: date('Review', 'When an open-ended target is next looked at.').optional(),
    raised: date('Raised', 'When the action was taken on, if later than `submitted`.').optional(),
    'depends-on': texts('Depends on', 'The actions that must come first.').optional(),
    see: see.optional(),
    standards: standards.optional(),
    tags: texts('Tags', 'Words to narrow a report by.').optional(),
    notes: notes.optional(),
    progress: z
      .array(entrySchema)
      .meta({ title: 'Progress', description: 'The log of updates, oldest first.' })
      .optional(),
  })
  .meta({ title: 'Action' });

const reasonSchema = z
  .strictObject({
    category: z
      .union([z.enum(REASON_CATEGORIES), z.array(z.enum(REASON_CATEGORIES)).min(1)])
      .meta({
        title: 'Category',
        description: 'One or more of commissioning, policy, operational, affordability.',
      })
      .optional(),
    text: described('Text', 'The explanation given.').optional(),
  })
  .meta({
    title: 'Reason',
    description: 'Why the recommendation is agreed only in part, or not agreed.',
  });

export const recommendationSchema = z
  .strictObject({
    id: identifier(ITEM_ID, 'Id', 'Letters, digits, dots and hyphens; unique in the plan.'),
    to: texts('To', 'Whom it addresses.').optional(),
    theme: described('Theme', 'A heading to group by.').optional(),
    text: described('Text', "The reviewer's words, verbatim."),
    agreement: z
      .enum(AGREEMENTS)
      .meta({ title: 'Agreement', description: 'Whether the recommendation is agreed.' })
      .optional(),
    reason: reasonSchema.optional(),
    'agreed-part': described(
      'Agreed part',
      'For partly-agreed: which part will be implemented.',
    ).optional(),
    response: described('Response', 'The answer as a narrative.').optional(),
    see: see.optional(),
    standards: standards.optional(),
    tags: texts('Tags', 'Words to narrow a report by.').optional(),
    notes: notes.optional(),
    actions: z.array(actionSchema).meta({ title: 'Actions' }).optional(),
  })
  .meta({ title: 'Recommendation' });

export const planSchema = z
  .strictObject({
    plan: identifier(PLAN_ID, 'Plan id', 'a-z, 0-9 and hyphens; unique over all plans.'),
    title: described('Title', 'The title of the plan or of what it answers.'),
    kind: z.enum(KINDS).meta({ title: 'Kind', description: 'What the plan answers to.' }),
    item: described(
      'Item',
      'What the plan calls its items, if not "recommendation": "key concern".',
    ).optional(),
    report: z
      .strictObject({
        title: described('Title', 'The title of the report.').optional(),
        publisher: described('Publisher', 'Who published it.').optional(),
        published: date('Published', 'When it was published.').optional(),
        url: link('Web address', 'Where it can be read.').optional(),
      })
      .meta({ title: 'Report', description: 'What the plan answers.' })
      .optional(),
    by: texts('By', 'Who answers.').optional(),
    submitted: date('Submitted', "The plan's first version: its actions date from here."),
    rounds: z
      .array(
        z.strictObject({
          date: date('Date', 'The day of the round.'),
          title: described('Title', 'What the round is called.').optional(),
        }),
      )
      .meta({
        title: 'Update rounds',
        description: 'Each action open at a round should have an entry in it.',
      })
      .optional(),
    notes: notes.optional(),
    tags: texts('Tags', 'Words to narrow a report by.').optional(),
    recommendations: z.array(recommendationSchema).meta({ title: 'Recommendations' }),
  })
  .meta({
    title: 'Action plan',
    description:
      'The answer to an inspection, review or strategy: its recommendations and actions.',
  });
