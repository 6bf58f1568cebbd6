import type { Action, Recommendation } from '../model/plan.ts';
import type { ColumnKey } from '../model/publish-settings.ts';
import { existsOn } from '../model/state.ts';
import { capital } from '../model/words.ts';
import {
  actionCell,
  entryBlocks,
  narrative,
  ownerCell,
  progressCell,
  ragCell,
  small,
  stateLines,
  targetCell,
} from './cells.ts';
import { dateInWords } from './dates.ts';
import {
  type Block,
  cell,
  heading,
  paragraph,
  type Row,
  strong,
  type Table,
  type TableCell,
} from './document.ts';
import type { Making } from './making.ts';
import { reportersOf, type Update, updatesOf } from './progress.ts';
import { labelled, prose } from './prose.ts';

/** Shares of the width, before they are made to fill it. */
const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  number: 4,
  item: 19,
  agreement: 9,
  actions: 40,
  owner: 17,
  target: 12,
  progress: 38,
  rag: 10,
};
/** Columns that say something of an item as a whole: they reach over the rows of its actions. */
const OF_ITEM: readonly ColumnKey[] = ['number', 'item', 'agreement'];
/** A first line longer than this is no title. */
const LONGEST_TITLE = 100;

/** The items of a plan under their themes or addressees: in tables, or each with a table of its own. */
export function itemBlocks(making: Making): Block[] {
  const { plan, columns } = making;
  const themed = plan.recommendations.some((item) => item.theme !== undefined);
  const blocks: Block[] = [];
  for (const theme of grouped(plan.recommendations, (item) => item.theme ?? '')) {
    const [first] = theme;
    if (themed) blocks.push(heading(2, first?.theme ?? itemsWord(making)));
    if (!columns.includes('item')) {
      if (!themed) blocks.push(heading(2, itemsWord(making)));
      blocks.push(...theme.flatMap((item) => itemSection(item, making)));
      continue;
    }
    for (const items of grouped(theme, ({ to }) => to.join('\n'))) {
      blocks.push(...itemsTable(items, themed, making));
    }
  }
  return blocks;
}

/** "Recommendations", or what the plan calls its items. */
export function itemsWord({ plan, words }: Making): string {
  return capital(plan.item === 'recommendation' ? words.item[1] : `${plan.item}s`);
}

export function itemWord({ plan, words }: Making): string {
  return capital(plan.item === 'recommendation' ? words.item[0] : plan.item);
}

/** Items of one addressee as a table of their own. */
function itemsTable(items: readonly Recommendation[], themed: boolean, making: Making): Block[] {
  const [first] = items;
  const to = first?.to ?? [];
  const blocks: Block[] = [];
  const { and, language, toWhom } = making.words;
  const ids = items.map((item) => item.id);
  const numbers = ids.length === 1 ? ids[0] : `${ids[0]}–${ids.at(-1)}`;
  const name = `${items.length === 1 ? itemWord(making) : itemsWord(making)} ${numbers}`;
  const title = to.length === 0 ? name : `${name} ${toWhom} ${listed(to, and, language)}`;
  if (to.length > 0 || !themed) blocks.push(heading(themed ? 3 : 2, title));
  blocks.push(
    tableOf(
      title,
      making,
      items.map((item) => itemRows(item, making)),
    ),
  );
  return blocks;
}

/** One item under a heading of its own, with a table of its actions. */
function itemSection(item: Recommendation, making: Making): Block[] {
  const { words } = making;
  const text = prose(item.text);
  const name = `${itemWord(making)} ${item.id}`;
  const title = titleIn(item.text);
  const blocks: Block[] =
    title === undefined
      ? [heading(3, name), ...text]
      : [heading(3, `${item.id}. ${title}`), ...text.slice(1)];
  if (item.to.length > 0) {
    blocks.push(small(words.to, listed(item.to, words.and, words.language)));
  }
  blocks.push(...narrative(item, making));
  const rows = actionRows(item, making);
  if (rows.length > 0) blocks.push(tableOf(name, making, [rows]));
  return blocks;
}

/** The first line of a text where it is a title: short, and no sentence. */
function titleIn(text: string): string | undefined {
  const [first = ''] = text.trim().split('\n');
  return first.length <= LONGEST_TITLE && /^[^-*•].*[^.:;,!?]$/u.test(first) ? first : undefined;
}

function tableOf(caption: string, making: Making, bodies: readonly (readonly Row[])[]): Table {
  const { columns } = making;
  const all = columns.reduce((sum, key) => sum + WIDTHS[key], 0);
  return {
    kind: 'table',
    caption,
    columns: columns.map((key) => ({
      heading: headingOf(key, making),
      width: (100 * WIDTHS[key]) / all,
    })),
    bodies,
  };
}

function headingOf(key: ColumnKey, making: Making): string {
  const { headings, plan, words } = making;
  if (headings[key] !== undefined) return headings[key];
  if (key === 'item') return itemWord(making);
  return words.columnsOfKind[plan.kind][key] ?? words.columns[key];
}

/** All rows of an item; the cells that are about it as a whole reach over them. */
function itemRows(item: Recommendation, making: Making): Row[] {
  const { columns } = making;
  const blank = columns.filter((key) => !OF_ITEM.includes(key)).map(() => cell());
  const answer = narrative(item, making);
  const rows = [
    ...(answer.length > 0 ? [[{ blocks: answer, columns: blank.length }]] : []),
    ...actionRows(item, making),
  ];
  if (rows.length === 0) rows.push(blank);
  const [first = [], ...rest] = rows;
  const whole = columns
    .filter((key) => OF_ITEM.includes(key))
    .map((key) => ({ ...itemCell(key, item, making), rows: rows.length }));
  return [[...whole, ...first], ...rest];
}

function itemCell(key: ColumnKey, item: Recommendation, making: Making): TableCell {
  const { columns, words } = making;
  if (key === 'number') return { ...cell(strong(item.id)), heads: true };
  if (key === 'agreement') return cell(words.agreement[item.agreement ?? 'none']);
  if (columns.includes('number')) return { blocks: prose(item.text) };
  return { blocks: labelled(strong(`${itemWord(making)} ${item.id}:`), item.text) };
}

/** A row for each action; under them what was reported, where progress has no column. */
function actionRows(item: Recommendation, making: Making): Row[] {
  const { columns, day } = making;
  const actions = item.actions.filter((action) => existsOn(action, day));
  const rows = actions.map((action) =>
    ofActions(making, (key) => actionColumn(key, action, making)),
  );
  if (columns.includes('progress')) return rows;
  return [...rows, ...updatesOf(actions, making).flatMap((update) => updateRows(update, making))];
}

function actionColumn(key: ColumnKey, action: Action, making: Making): TableCell {
  switch (key) {
    case 'owner':
      return ownerCell(action, making);
    case 'target':
      return targetCell(action, making);
    case 'progress':
      return progressCell(action, making);
    case 'rag':
      return ragCell(action, making);
    default:
      return actionCell(action, making);
  }
}

/** What was reported at one time: a row that says so, and one for each entry with owner and state. */
function updateRows({ round, entries, missing }: Update, making: Making): Row[] {
  const { words, columns } = making;
  const width = columns.filter((key) => !OF_ITEM.includes(key)).length;
  const when = round && [round.title, dateInWords(round.date, words)].filter(Boolean).join(', ');
  const band: TableCell = {
    ...cell(strong(when === undefined ? words.progress : `${words.progress}: ${when}`)),
    columns: width,
    band: true,
  };
  const rows = entries.map(({ action, entry }) => {
    const dated = entry.date.written === round?.date.written ? '' : dateInWords(entry.date, words);
    const [first, ...rest] = entryBlocks(entry, making);
    const label = strong([action.id, dated].filter((part) => part !== '').join(' · '));
    const lead =
      first?.kind === 'paragraph'
        ? [{ ...first, runs: [{ ...label, text: `${label.text} ` }, ...first.runs] }]
        : [paragraph(label), ...(first ? [first] : [])];
    const reporters = reportersOf(action, entry, making.portfolio);
    const owners = reporters.length > 0 ? reporters : [words.noOwner];
    const state = stateLines(entry, making);
    const blocks = [...lead, ...rest];
    if (!columns.includes('owner')) blocks.push(small(words.owner, owners.join('; ')));
    if (!columns.includes('target')) blocks.push(paragraph(strong(state.join('. '))));
    return ofActions(making, (key) => {
      if (key === 'actions') return { blocks };
      if (key === 'owner') return cell(...owners);
      if (key === 'target') return cell(...state.map(strong));
      return cell();
    });
  });
  if (missing.length === 0) return [[band], ...rows];
  const none = small(words.noUpdate, missing.map((action) => action.id).join(', '));
  return [[band], ...rows, [{ blocks: [none], columns: width }]];
}

/** A cell for each column that is not about the item as a whole. */
function ofActions({ columns }: Making, of: (key: ColumnKey) => TableCell): Row {
  return columns.filter((key) => !OF_ITEM.includes(key)).map(of);
}

/** Neighbours that are alike, in the order of the plan. */
function grouped(
  items: readonly Recommendation[],
  key: (item: Recommendation) => string,
): Recommendation[][] {
  const groups: Recommendation[][] = [];
  let last: string | undefined;
  for (const item of items) {
    if (key(item) !== last) groups.push([]);
    last = key(item);
    groups.at(-1)?.push(item);
  }
  return groups;
}

/** "A, B and C". */
export function listed(names: readonly string[], and: string, language: string): string {
  if (names.length < 2 || language !== 'en-GB') return names.join(', ');
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}
