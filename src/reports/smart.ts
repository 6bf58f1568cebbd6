import { pushTo } from '../model/group.ts';
import { SMART_PARTS, type Smart, smartOf } from '../model/smart.ts';
import { wordingOf } from '../model/wording/wording-of.ts';
import { counted } from '../model/words.ts';
import {
  ACTION_COLUMNS,
  type ActionRow,
  actionJson,
  actionLabel,
  actionRows,
  leftOut,
  onDay,
  severalPlans,
} from './action-row.ts';
import { type Cell, defineReport, tableOf } from './report.ts';

interface SmartRow {
  readonly row: ActionRow;
  readonly smart: Smart;
  /** The vague words, each once, in the order of the text. */
  readonly vague: readonly string[];
}

/** How many actions of a plan hold each part. */
interface PlanShares {
  readonly plan: string;
  readonly rows: readonly SmartRow[];
}

const HEADINGS: Readonly<Record<keyof Smart, string>> = {
  specific: 'Specific',
  measurable: 'Measurable',
  achievable: 'Achievable',
  realistic: 'Realistic',
  timeBound: 'Time-bound',
};

/** Which parts of SMART each action holds, and the share of each plan's actions that do. */
export const smart = defineReport({
  id: 'smart',
  answers: 'per action which SMART parts hold, per plan the share',
  columns: [...ACTION_COLUMNS, ...SMART_PARTS.map((part) => `smart.${part}`), 'vague'],
  example: 'plans --plan hsab-case-review --as-of 2018-10-01',
  answer(portfolio, question) {
    const rows = actionRows(portfolio, question).map(smartRow);
    const plans = byPlan(rows);
    const whole = rows.filter(({ smart }) => SMART_PARTS.every((part) => smart[part])).length;
    const many = severalPlans(portfolio, question);
    return {
      title: `SMART ${onDay(question.asOf)}`,
      sections: [
        tableOf<PlanShares>(
          plans,
          [
            { heading: 'Plan', cell: ({ plan }) => plan },
            { heading: 'Actions', align: 'right', cell: (one) => String(one.rows.length) },
            ...SMART_PARTS.map((part) => ({
              heading: HEADINGS[part],
              align: 'right' as const,
              cell: (one: PlanShares) => percent(one.rows, part),
            })),
          ],
          'Share of actions',
        ),
        tableOf<SmartRow>(
          rows,
          [
            { heading: 'Action', whole: true, cell: ({ row }) => actionLabel(row, many) },
            { heading: 'What', cell: ({ row }) => row.action.action },
            ...SMART_PARTS.map((part) => ({
              heading: HEADINGS[part].charAt(0),
              cell: (one: SmartRow) => partCell(one.smart[part]),
            })),
            { heading: 'Vague words', cell: ({ vague }) => vague.join(', ') },
          ],
          'Actions',
        ),
      ],
      empty: `No plan has an action ${onDay(question.asOf)}.`,
      summary: `${counted(rows.length, 'action')}: ${SMART_PARTS.map((part) => `${holding(rows, part)} ${HEADINGS[part].toLowerCase()}`).join(', ')}; ${whole} all five.`,
      rows: rows.map(({ row, smart, vague }) => ({
        ...actionJson(row, question),
        smart: { ...smart },
        vague: [...vague],
      })),
      totals: {
        actions: rows.length,
        ...shares(rows),
        all: whole,
        plans: plans.map((one) => ({
          plan: one.plan,
          actions: one.rows.length,
          ...shares(one.rows),
        })),
      },
      notes: leftOut(portfolio, question),
    };
  },
});

function smartRow(row: ActionRow): SmartRow {
  const words = wordingOf(row.action).vague.map(({ text }) => text.replace(/\s+/g, ' '));
  const once = new Map(words.map((word) => [word.toLowerCase(), word]));
  return { row, smart: smartOf(row.action), vague: [...once.values()] };
}

function byPlan(rows: readonly SmartRow[]): PlanShares[] {
  const plans = new Map<string, SmartRow[]>();
  for (const one of rows) pushTo(plans, one.row.plan.id, one);
  return [...plans].map(([plan, own]) => ({ plan, rows: own }));
}

function holding(rows: readonly SmartRow[], part: keyof Smart): number {
  return rows.filter(({ smart }) => smart[part]).length;
}

/** Per part the share of actions that hold it, from 0 to 1. */
function shares(rows: readonly SmartRow[]): Record<keyof Smart, number> {
  const share = (part: keyof Smart) =>
    rows.length === 0 ? 0 : Number((holding(rows, part) / rows.length).toFixed(4));
  return Object.fromEntries(SMART_PARTS.map((part) => [part, share(part)])) as Record<
    keyof Smart,
    number
  >;
}

function percent(rows: readonly SmartRow[], part: keyof Smart): string {
  return `${Math.round((holding(rows, part) / rows.length) * 100)}%`;
}

function partCell(holds: boolean): Cell {
  return holds ? { text: 'yes', tone: 'green' } : { text: 'no', tone: 'red' };
}
