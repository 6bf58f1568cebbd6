import { type Day, dayInWords } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { counted } from '../model/words.ts';
import { type Section, tableOf } from '../reports/report.ts';
import { escapeMarkdown, markdownLines } from './report-markdown.ts';
import type { RunNote } from './run-note.ts';
import { statistics } from './statistics.ts';

/** What a comment on a pull request is made from. */
export interface FindingsComment {
  readonly asOf: Day;
  /** What was counted, of all findings. */
  readonly counts: {
    readonly files: number;
    readonly plans: number;
    readonly error: number;
    readonly warning: number;
    readonly info: number;
    readonly waived: number;
  };
  /** Whether all that was asked for could be checked. */
  readonly complete: boolean;
  /** What limits the check. */
  readonly notes: readonly RunNote[];
  /** The findings to show, in order of files. */
  readonly diagnostics: readonly Diagnostic[];
  /** The ids of the rules, in the order of the reference. */
  readonly rules: readonly string[];
  /** The changes of commitments, one a row, where they were asked for. */
  readonly changes?: Section;
  /** The most characters it may have. */
  readonly limit?: number;
}

/** What GitHub takes as a comment. */
const MOST_CHARACTERS = 65_536;
/** Longer lists are folded. */
const MOST_UNFOLDED = 20;
/** Nobody reads a cell that long; the file has the rest. */
const LONGEST_TEXT = 1_000;
/** Room kept for the words that say what is left out. */
const RESERVE = 400;

/**
 * A comment on a pull request: what was found and, where asked for, how commitments changed. It
 * never outgrows its limit, and says exactly how much it leaves out. Text from plans does nothing.
 */
export function findingsMarkdown(comment: FindingsComment): string {
  const top = [
    `## ${headline(comment)}`,
    sentence(comment),
    ...notesOf(comment),
    ...ruleTable(comment),
  ].join('\n\n');
  let room = (comment.limit ?? MOST_CHARACTERS) - top.length - RESERVE;

  const findings = tablesOf(comment.diagnostics);
  const changes: Table[] = comment.changes
    ? [{ heading: '', section: comment.changes, noun: 'change' }]
    : [];
  // Both have half of what there is, and more where the other needs less.
  const wanted = findings.reduce((sum, one) => sum + write(one, Infinity, true).text.length, 0);
  const forChanges = Math.max(room / 2, room - wanted);
  const changed = writeAll(changes, forChanges, comment.changes?.rows.length ?? 0);
  room -= changed.text.length;
  const found = writeAll(findings, room, comment.diagnostics.length);

  const parts = [top];
  if (comment.changes) {
    parts.push(`### ${escapeMarkdown(comment.changes.title ?? 'Changes of commitments')}`);
    if (comment.changes.rows.length === 0) parts.push(escapeMarkdown(comment.changes.empty ?? ''));
    parts.push(changed.text, leftOut(changed.left, 'change', 'actionplan diff'));
  }
  if (comment.diagnostics.length > 0) {
    parts.push('### Findings', found.text, leftOut(found.left, 'finding', 'actionplan validate'));
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function headline({ counts }: FindingsComment): string {
  if (counts.error === 0 && counts.warning === 0) return 'Action plans: no errors, no warnings';
  return `Action plans: ${counted(counts.error, 'error')}, ${counted(counts.warning, 'warning')}`;
}

function sentence({ asOf, counts, complete }: FindingsComment): string {
  const checked = `${counted(counts.files, 'file')} (${counted(counts.plans, 'plan')}) checked as of ${dayInWords(asOf)}`;
  const beside = [
    ...(counts.info > 0 ? [`${counts.info} for information`] : []),
    ...(counts.waived > 0 ? [`${counts.waived} waived`] : []),
  ];
  const partly = complete ? '' : ' **The check is not complete**: something could not be read.';
  return `${checked}${beside.length > 0 ? `; beside these, ${beside.join(', ')}` : ''}.${partly}`;
}

/** So many are told one by one. */
const MOST_NOTES = 10;

function notesOf({ notes }: FindingsComment): string[] {
  if (notes.length === 0) return [];
  const lines = notes.slice(0, MOST_NOTES).map(({ file, message, help }) => {
    const about = `On ${file === null ? 'the check' : short(file)}: `;
    return `- ${escapeMarkdown(`${about}${short(message)}${help === null ? '' : `; ${help}`}`)}`;
  });
  const more = notes.length - MOST_NOTES;
  if (more > 0) lines.push(`- and ${counted(more, 'more note')}`);
  return ['### About this check', lines.join('\n')];
}

function ruleTable({ diagnostics, rules }: FindingsComment): string[] {
  const { sections } = statistics(diagnostics, rules, 'rule');
  if (diagnostics.length === 0) return [];
  return sections.map((section) => {
    const { head, rows } = markdownLines(section);
    return [...head, ...rows].join('\n');
  });
}

interface Table {
  /** Markdown above the table. */
  readonly heading: string;
  readonly section: Section;
  /** What a row is. */
  readonly noun: string;
}

/** The findings of each file as a table of their own. */
function tablesOf(diagnostics: readonly Diagnostic[]): Table[] {
  const files = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    const found = files.get(one.file);
    if (found) found.push(one);
    else files.set(one.file, [one]);
  }
  return [...files].map(([file, found]) => ({
    heading: `#### ${escapeMarkdown(file)}`,
    section: tableOf(found, [
      { heading: 'Line', align: 'right', cell: (one) => String(one.range.start.line) },
      { heading: 'Severity', cell: (one) => `${one.severity}${one.waived ? ' (waived)' : ''}` },
      { heading: 'Rule', cell: (one) => one.rule },
      { heading: 'Item', cell: (one) => short(one.item ?? '') },
      { heading: 'Finding', cell: (one) => short(one.message) },
      { heading: 'Way out', cell: (one) => short(one.help ?? '') },
    ]),
    noun: 'finding',
  }));
}

function short(text: string): string {
  const points = [...text];
  return points.length > LONGEST_TEXT ? `${points.slice(0, LONGEST_TEXT).join('')}…` : text;
}

interface Written {
  readonly text: string;
  /** How many rows found no room. */
  readonly left: number;
}

/** As many tables as there is room for; folded where their rows are many. */
function writeAll(tables: readonly Table[], room: number, rows: number): Written {
  const parts: string[] = [];
  let left = 0;
  let free = room;
  for (const table of tables) {
    const { text, left: without } = write(table, left > 0 ? 0 : free, rows > MOST_UNFOLDED);
    left += without;
    if (text === '') continue;
    parts.push(text);
    free -= text.length + 2;
  }
  return { text: parts.join('\n\n'), left };
}

/** One table, with the rows that there is room for; nothing where there is room for none. */
function write({ heading, section, noun }: Table, room: number, fold: boolean): Written {
  const { head, rows } = markdownLines(section);
  const before = [
    ...(heading === '' ? [] : [heading, '']),
    ...(fold ? [`<details><summary>${counted(rows.length, noun)}</summary>`, ''] : []),
    ...head,
  ];
  const after = fold ? ['', '</details>'] : [];
  let free = room - [...before, ...after].join('\n').length - 1;
  const shown: string[] = [];
  for (const row of rows) {
    free -= row.length + 1;
    if (free < 0) break;
    shown.push(row);
  }
  if (shown.length === 0) return { text: '', left: rows.length };
  return { text: [...before, ...shown, ...after].join('\n'), left: rows.length - shown.length };
}

function leftOut(count: number, noun: string, command: string): string {
  if (count === 0) return '';
  return `**${counted(count, `more ${noun}`)} ${count === 1 ? 'is' : 'are'} left out**, since a comment holds no more: \`${command}\` shows all.`;
}
