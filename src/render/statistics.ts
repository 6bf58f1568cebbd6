import type { Diagnostic } from '../model/diagnostic.ts';
import { pushTo } from '../model/group.ts';
import { type Answer, tableOf } from '../reports/report.ts';

/** How many findings one rule has in one plan. */
interface Count {
  readonly rule: string;
  readonly plan: string;
  readonly severities: readonly string[];
  readonly findings: number;
  readonly waived: number;
}

/**
 * Findings by rule and plan, or by rule alone, in the order of the rules; what is in no plan is told
 * by its file.
 */
export function statistics(
  diagnostics: readonly Diagnostic[],
  rules: readonly string[],
  by: 'plan' | 'rule' = 'plan',
): Answer {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) {
    pushTo(groups, by === 'rule' ? one.rule : `${one.rule}\n${one.plan ?? one.file}`, one);
  }
  const counts = [...groups]
    .map(([key, found]): Count => {
      const [rule = '', plan = ''] = key.split('\n');
      const waived = found.filter((one) => one.waived).length;
      const severities = [...new Set(found.map((one) => one.severity))].sort();
      return { rule, plan, severities, findings: found.length - waived, waived };
    })
    .sort((a, b) => rules.indexOf(a.rule) - rules.indexOf(b.rule));
  const anyWaived = counts.some(({ waived }) => waived > 0);
  const sum = (of: (one: Count) => number) => counts.reduce((total, one) => total + of(one), 0);
  const table = tableOf<Count>(counts, [
    { heading: 'Rule', whole: true, cell: ({ rule }) => rule },
    { heading: 'Severity', cell: ({ severities }) => severities.join(', ') },
    ...(by === 'plan' ? [{ heading: 'Plan', cell: ({ plan }: Count) => plan }] : []),
    { heading: 'Findings', align: 'right', cell: ({ findings }) => String(findings) },
    ...(anyWaived
      ? [
          {
            heading: 'Waived',
            align: 'right' as const,
            cell: ({ waived }: Count) => String(waived),
          },
        ]
      : []),
  ]);
  const totals = [
    'all',
    '',
    ...(by === 'plan' ? [''] : []),
    String(sum(({ findings }) => findings)),
  ];
  if (anyWaived) totals.push(String(sum(({ waived }) => waived)));
  return {
    title: by === 'plan' ? 'Findings by rule and plan' : 'Findings by rule',
    sections: [{ ...table, totals: totals.map((text) => ({ text })) }],
    empty: 'No findings.',
    summary: '`actionplan explain RULE` says what a rule asks and why.',
    rows: [],
    totals: {},
    notes: [],
  };
}
