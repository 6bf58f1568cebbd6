import { ownerLabel } from '../model/owner.ts';
import type { Action, Entry, Recommendation } from '../model/plan.ts';
import { nameOwner } from '../model/portfolio.ts';
import { isMissingFrom } from '../model/round.ts';
import { entriesUntil, stateOn } from '../model/state.ts';
import { dateInWords, targetInWords } from './dates.ts';
import {
  cell,
  type List,
  type Paragraph,
  paragraph,
  type Run,
  strong,
  type TableCell,
} from './document.ts';
import type { Making } from './making.ts';
import { reportersOf, roundsUntil } from './progress.ts';
import { labelled, prose } from './prose.ts';

type Prose = (Paragraph | List)[];

/** The answer to a recommendation in words: why not in full, which part of it, and the response. */
export function narrative(item: Recommendation, { words, columns }: Making): Prose {
  const { agreement, reason, agreedPart, response, see } = item;
  const blocks: Prose = [];
  if (agreement !== undefined && !columns.includes('agreement')) {
    blocks.push(paragraph(strong(words.isAgreement[agreement])));
  }
  if (reason) {
    const categories = reason.category.map((one) => words.categories[one] ?? one).join(', ');
    const label = `${words.reason}${categories === '' ? '' : ` (${categories})`}:`;
    blocks.push(...labelled(strong(label), reason.text ?? ''));
  }
  if (agreedPart !== undefined) blocks.push(...labelled(strong(words.agreedPart), agreedPart));
  if (response !== undefined) blocks.push(...prose(response));
  if (see.length > 0) blocks.push(small(words.see, see.join(', ')));
  return blocks;
}

/** An action in the plan's words; with its owner and target where these have no column. */
export function actionCell(action: Action, making: Making): TableCell {
  const { words, columns, plan } = making;
  const blocks = [...labelled(strong(action.id), action.action)];
  const parts = [
    [words.measure, action.measure],
    [words.achievable, action.achievable],
    [words.realistic, action.realistic],
  ] as const;
  for (const [label, text] of parts) {
    if (text !== undefined) blocks.push(...labelled(strong(label), text));
  }
  if (action.raised.day > plan.submitted.day) {
    blocks.push(small(words.raised, dateInWords(action.raised, words)));
  }
  if (action.dependsOn.length > 0) blocks.push(small(words.dependsOn, action.dependsOn.join(', ')));
  if (action.see.length > 0) blocks.push(small(words.see, action.see.join(', ')));
  if (!columns.includes('owner')) {
    blocks.push(small(words.owner, ownersOf(action, making).join('; ')));
  }
  if (!columns.includes('target')) {
    const [first, ...rest] = targetLines(action, making);
    blocks.push(
      small(words.target, first?.text ?? ''),
      ...rest.map((run) => ({ ...paragraph(run), small: true as const })),
    );
  }
  return { blocks };
}

export function ownerCell(action: Action, making: Making): TableCell {
  return cell(...ownersOf(action, making));
}

export function targetCell(action: Action, making: Making): TableCell {
  return cell(...targetLines(action, making));
}

/** All that was reported of an action by the day, where progress has a column. */
export function progressCell(action: Action, making: Making): TableCell {
  const { plan, day, words, columns } = making;
  const entries = entriesUntil(action, day);
  const blocks = entries.flatMap((entry) => {
    const { date, by } = entry;
    const reporters = by.length > 0 ? reportersOf(action, entry, making.portfolio).join('; ') : '';
    const known = entry.status !== undefined || entry.target !== undefined;
    const state = known ? stateLines(entry, making).join('. ') : '';
    const head = [dateInWords(date, words), reporters, state].filter((part) => part !== '');
    return [paragraph(strong(head.join(' · '))), ...entryBlocks(entry, making)];
  });
  const missing = roundsUntil(plan, day).filter((round) => isMissingFrom(round, action));
  for (const { date } of missing) blocks.push(small(words.noUpdate, dateInWords(date, words)));
  if (blocks.length === 0) blocks.push(paragraph(words.noProgress));
  const status = stateOn(action, day)?.status;
  if (entries.length > 0 && !columns.includes('rag') && status !== undefined) {
    const said = entries.findLast((entry) => entry.status !== undefined)?.status;
    if (said === undefined) blocks.push(small(`${words.closing.status}:`, words.status[status]));
  }
  return { blocks };
}

/** Where an action stands, by the key: in words first. */
export function ragCell(action: Action, { day, words }: Making): TableCell {
  const state = stateOn(action, day);
  if (!state) return { blocks: [] };
  const status = words.status[state.status];
  const detail = state.overdue ? `${status}, ${words.overdue}` : status;
  if (state.rag === null) return cell(detail);
  return { ...cell(strong(words.rag[state.rag]), detail), tone: state.rag };
}

/** What an entry says, with its evidence. */
export function entryBlocks(entry: Entry, { words }: Making): Prose {
  const evidence: Run[][] = entry.evidence.map(({ title, href }) => [
    href === undefined ? { text: title } : { text: title, href },
  ]);
  return [
    ...prose(entry.text),
    ...(entry.see.length > 0 ? [small(words.see, entry.see.join(', '))] : []),
    ...(evidence.length > 0
      ? [paragraph(strong(words.evidence)), { kind: 'list' as const, items: evidence }]
      : []),
  ];
}

/** The state an entry reports: its status, when it was done, and where its target went. */
export function stateLines({ status, completed, target }: Entry, { words }: Making): string[] {
  const lines: string[] = [];
  if (status !== undefined) {
    const done = completed === undefined ? '' : ` (${dateInWords(completed, words)})`;
    lines.push(`${words.status[status]}${done}`);
  }
  if (target) lines.push(`${words.newTarget} ${targetInWords(target, words)}`);
  return lines.length === 0 ? [words.noStatus] : lines;
}

export function ownersOf(action: Action, { portfolio, words }: Making): string[] {
  if (action.owner.length === 0) return [words.noOwner];
  return action.owner.map((name) => ownerLabel(nameOwner(portfolio, name)));
}

/** The first target, which is the commitment; the one that holds now where that is another. */
function targetLines(action: Action, { day, words }: Making): Run[] {
  const now = stateOn(action, day)?.target;
  const lines: Run[] = [];
  if (action.target) lines.push({ text: targetInWords(action.target, words) });
  else lines.push({ text: words.noTarget });
  if (now && now.written !== action.target?.written) {
    lines.push({ text: `${words.nowTarget} ${targetInWords(now, words)}` });
  }
  if (action.review) lines.push({ text: `${words.review} ${dateInWords(action.review, words)}` });
  return lines;
}

export function small(label: string, text: string): Paragraph {
  return { ...paragraph(strong(`${label} `), text), small: true };
}
