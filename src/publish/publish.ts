import type { Day } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Kind } from '../model/plan-file.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { ColumnKey, Layout } from '../model/publish-settings.ts';
import { closing } from './closing.ts';
import { about, coverFacts, definitions } from './cover.ts';
import type { Document, Logo, Stamp } from './document.ts';
import { itemBlocks } from './items.ts';
import type { Making } from './making.ts';
import { prose } from './prose.ts';
import { welsh } from './words-cy.ts';
import { english } from './words-en.ts';

/** The columns the published examples of each kind have. */
const COLUMNS: Readonly<Record<Kind, readonly ColumnKey[]>> = {
  inspection: ['number', 'item', 'agreement', 'actions', 'owner', 'target'],
  'thematic-review': ['item', 'actions', 'progress'],
  'case-review': ['actions', 'owner', 'target', 'progress', 'rag'],
  strategy: ['actions', 'owner', 'target', 'progress'],
};

export interface Publication {
  readonly plan: Plan;
  readonly portfolio: Portfolio;
  /** The day on which state is worked out. */
  readonly day: Day;
  readonly layout: Layout;
  readonly logo: Logo | undefined;
  /** What the document says it was made from. */
  readonly stamp: Stamp;
}

/** The official document of a plan. Pure: the same plan, day and stamp give the same document. */
export function publishPlan(publication: Publication): Document {
  const { plan, portfolio, day, layout, logo, stamp } = publication;
  const words = layout.language === 'cy' ? welsh : english;
  const making: Making = {
    plan,
    portfolio,
    day,
    words,
    columns: columnsOf(plan.kind, layout.columns),
    headings: layout.headings ?? {},
  };
  return {
    language: words.language,
    title: plan.title,
    kicker: layout.title ?? words.actionPlan,
    logo,
    blocks: [
      coverFacts(making, stamp),
      ...(layout.introduction === undefined ? [] : prose(layout.introduction)),
      ...definitions(making),
      ...itemBlocks(making),
      ...closing(making),
      ...about(making, stamp),
    ],
    stamp,
    contents: words.contents,
    pageWords: words.page,
  };
}

/** Cells about an item as a whole stand left of its actions; there is always a column for these. */
function columnsOf(kind: Kind, asked: readonly ColumnKey[] | undefined): readonly ColumnKey[] {
  const columns = [...new Set(asked ?? COLUMNS[kind])];
  if (!columns.includes('actions')) columns.push('actions');
  const ofItem = (['number', 'item', 'agreement'] as const).filter((key) => columns.includes(key));
  const rest = columns.filter((key) => key !== 'number' && key !== 'item' && key !== 'agreement');
  // Without a column for the item itself, its number and agreement stand in its heading.
  return ofItem.includes('item') ? [...ofItem, ...rest] : rest;
}
