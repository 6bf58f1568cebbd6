import { actionsOf } from '../model/plan.ts';
import { AGREEMENTS, STATUSES } from '../model/plan-file.ts';
import { stateOn } from '../model/state.ts';
import { type Block, cell, heading, type Row, strong, type Table } from './document.ts';
import { itemsWord } from './items.ts';
import type { Making } from './making.ts';

/** The closing tables: items by agreement, actions by status; for a case review the key of RAG. */
export function closing(making: Making): Block[] {
  const { plan, words, columns } = making;
  const blocks: Block[] = [];
  if (columns.includes('rag')) blocks.push(...ragKey(making));
  const agreements = plan.recommendations.map((item) => item.agreement ?? 'none');
  if (agreements.some((one) => one !== 'none')) {
    const lines = [...AGREEMENTS, 'none' as const]
      .map((key) => [words.agreement[key], agreements.filter((one) => one === key).length] as const)
      .filter(([label, count]) => count > 0 || label !== words.agreement.none);
    blocks.push(
      ...counts(
        `${itemsWord(making)} ${words.closing.byAgreement}`,
        words.closing.agreement,
        lines,
        agreements.length,
        making,
      ),
    );
  }
  return [...blocks, ...actionCounts(making)];
}

function actionCounts(making: Making): Block[] {
  const { plan, day, words } = making;
  const states = [...actionsOf(plan)].flatMap(({ action }) => stateOn(action, day) ?? []);
  if (states.length === 0) return [];
  const lines = STATUSES.map(
    (status) =>
      [words.status[status], states.filter((state) => state.status === status).length] as const,
  ).filter(([, count]) => count > 0);
  const [title, table] = counts(
    words.closing.byStatus,
    words.closing.status,
    lines,
    states.length,
    making,
  );
  const overdue = states.filter((state) => state.overdue).length;
  return [
    title,
    table,
    {
      kind: 'paragraph',
      runs: [{ text: `${words.closing.overdue}: ` }, strong(String(overdue))],
    },
  ];
}

function counts(
  title: string,
  label: string,
  lines: readonly (readonly [label: string, count: number])[],
  total: number,
  { words }: Making,
): [Block, Table] {
  const row = (name: string, count: number): Row => [
    { ...cell(name), heads: true },
    cell(String(count)),
  ];
  return [
    heading(2, title),
    {
      kind: 'table',
      caption: title,
      columns: [
        { heading: label, width: 30 },
        { heading: words.closing.number, width: 15, align: 'right' },
      ],
      bodies: [lines.map(([name, count]) => row(name, count))],
      totals: row(words.closing.total, total),
    },
  ];
}

function ragKey({ words }: Making): Block[] {
  return [
    heading(2, words.ragKey.heading),
    {
      kind: 'table',
      caption: words.ragKey.heading,
      columns: [
        { heading: words.columns.rag, width: 15 },
        { heading: words.ragKey.meaning, width: 45 },
      ],
      bodies: [
        (['green', 'amber', 'red'] as const).map((rag) => [
          { ...cell(strong(words.rag[rag])), heads: true as const, tone: rag },
          cell(words.ragKey.rows[rag]),
        ]),
      ],
    },
  ];
}
