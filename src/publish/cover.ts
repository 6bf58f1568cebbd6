import { dateInWords, dayInWords } from './dates.ts';
import {
  type Block,
  cell,
  heading,
  type Paragraph,
  paragraph,
  type Run,
  type Stamp,
  strong,
} from './document.ts';
import { listed } from './items.ts';
import type { Making } from './making.ts';
import { roundsUntil } from './progress.ts';

/** The version of the file format that plans are written to. */
export const FORMAT_VERSION = 1;

/** What the plan answers, who answers, and when. */
export function coverFacts({ plan, day, words }: Making, stamp: Stamp): Block {
  const { report, by, submitted } = plan;
  const facts: { term: string; value: Run[] }[] = [];
  const add = (term: string, text: string | undefined, href?: string): void => {
    if (text === undefined || text === '') return;
    facts.push({ term, value: [href === undefined ? { text } : { text, href }] });
  };
  add(words.facts.report, report?.title ?? report?.url, report?.url);
  add(words.facts.publisher, report?.publisher);
  add(words.facts.published, report?.published && dateInWords(report.published, words));
  add(words.facts.answeredBy, listed(by, words.and, words.language));
  add(words.facts.submitted, dateInWords(submitted, words));
  for (const { title, date } of roundsUntil(plan, day)) {
    add(title ?? words.facts.update, dateInWords(date, words));
  }
  add(words.facts.position, dayInWords(stamp.day, words));
  return { kind: 'facts', facts };
}

/** What the answers to recommendations mean; only plans that give such answers need it. */
export function definitions({ plan, words }: Making): Block[] {
  if (!plan.recommendations.some((item) => item.agreement !== undefined)) return [];
  const { columns, rows } = words.definitions;
  const widths = [12, 42, 46];
  return [
    heading(2, words.definitions.heading),
    {
      kind: 'table',
      caption: words.definitions.heading,
      columns: columns.map((one, at) => ({ heading: one, width: widths[at] ?? 0 })),
      bodies: [
        (['agreed', 'partly-agreed', 'not-agreed'] as const).map((agreement) => [
          { ...cell(strong(words.agreement[agreement])), heads: true as const },
          ...rows[agreement].map((text) => cell(text)),
        ]),
      ],
    },
  ];
}

/** The day, the revision and the versions: what someone needs to make the document again. */
export function about({ plan, words }: Making, stamp: Stamp): Block[] {
  const { day, revision, format, heading: title } = words.about;
  const line = (...runs: readonly (Run | string)[]): Paragraph => paragraph(...runs);
  return [
    heading(2, title),
    line(`${day} ${dayInWords(stamp.day, words)}.`),
    line(
      stamp.revision === null
        ? `${words.about.noRevision}.`
        : `${revision} ${stamp.revision.replace(/\+$/, '')}${stamp.revision.endsWith('+') ? `, ${words.about.changed}` : ''}.`,
    ),
    line(`${plan.id} · ${format} ${FORMAT_VERSION} · actionplan ${stamp.version}`),
  ];
}
