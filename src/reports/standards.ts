import { compareIds } from '../model/compare-ids.ts';
import { compareText } from '../model/diagnostic.ts';
import type { Recommendation } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Expectation, Standards } from '../model/standard.ts';
import { counted } from '../model/words.ts';
import { type ActionRow, actionName, actionRows, leftOut, onDay, plansOn } from './action-row.ts';
import { isAskedFor, narrowsActions } from './narrow.ts';
import { type Cell, defineReport, type Question, type Section, tableOf } from './report.ts';

/** An expectation with what serves it. */
interface ExpectationRow {
  readonly standards: Standards;
  readonly domain: string;
  readonly question: string;
  readonly expectation: Expectation;
  readonly recommendations: readonly string[];
  readonly actions: readonly ActionRow[];
}

/**
 * Expectations with the actions that serve them, and those with none. An action serves what it, or
 * its recommendation, names in `standards`.
 */
export const standards = defineReport({
  id: 'standards',
  answers: 'expectations with the actions that serve them, and those with none',
  columns: [
    'standards',
    'domain',
    'question',
    'expectation',
    'text',
    'served',
    'recommendations',
    'actions',
    'complete',
    'overdue',
    'file',
    'line',
  ],
  example: 'plans --as-of 2023-05-01',
  answer(portfolio, question) {
    const rows = rowsOf(portfolio, question);
    const served = rows.filter(isServed).length;
    const domains = standardsById(portfolio).flatMap((set) =>
      set.domains.map((domain) => ({ set, title: domain.title })),
    );
    return {
      title: `Standards and the actions that serve them ${onDay(question.asOf)}`,
      sections: domains
        .map(({ set, title }) =>
          sectionOf(
            portfolio.standards.length > 1 ? `${set.id}: ${title}` : title,
            rows.filter((row) => row.standards === set && row.domain === title),
          ),
        )
        .filter((section) => section.rows.length > 0),
      empty: 'There are no standards here: a file that begins with `standards:` holds them.',
      summary: `${counted(rows.length, 'expectation')}: ${served} served, ${rows.length - served} that no recommendation or action names.`,
      rows: rows.map((row) => ({
        standards: row.standards.id,
        domain: row.domain,
        question: row.question,
        expectation: row.expectation.id,
        text: row.expectation.text,
        served: isServed(row),
        recommendations: [...row.recommendations],
        actions: row.actions.map(actionName),
        complete: row.actions.filter((one) => one.state.status === 'complete').length,
        overdue: row.actions.filter((one) => one.state.overdue).length,
        file: row.expectation.file,
        line: question.lineOf(row.expectation.at()),
      })),
      totals: { expectations: rows.length, served, unserved: rows.length - served },
      notes: [
        ...leftOut(portfolio, question),
        ...standardsById(portfolio)
          .filter((set) => rows.every((row) => row.standards !== set || !isServed(row)))
          .map((set) => `no plan asked for names an expectation of ${set.id}`),
      ],
    };
  },
});

function standardsById({ standards }: Portfolio): Standards[] {
  return [...standards].sort((a, b) => compareText(a.id, b.id));
}

function rowsOf(portfolio: Portfolio, question: Question): ExpectationRow[] {
  const actions = actionRows(portfolio, question);
  const recommendations = plansOn(portfolio, question).flatMap((plan) =>
    plan.recommendations
      .filter((one) => counts(portfolio, question, plan, one))
      .sort((a, b) => compareIds(a.id, b.id))
      .map((recommendation) => ({ label: `${plan.id}/${recommendation.id}`, recommendation })),
  );
  return standardsById(portfolio).flatMap((set) =>
    set.domains.flatMap((domain) =>
      domain.questions.flatMap((asked) =>
        asked.expectations.map((expectation): ExpectationRow => {
          const id = `${set.id}/${expectation.id}`;
          return {
            standards: set,
            domain: domain.title,
            question: asked.title,
            expectation,
            recommendations: recommendations
              .filter(({ recommendation }) => recommendation.standards.includes(id))
              .map((one) => one.label),
            actions: actions.filter(
              ({ action, recommendation }) =>
                action.standards.includes(id) || recommendation.standards.includes(id),
            ),
          };
        }),
      ),
    ),
  );
}

/** A recommendation without actions still serves, unless only some actions are asked for. */
function counts(
  portfolio: Portfolio,
  { narrowing }: Question,
  plan: ActionRow['plan'],
  recommendation: Recommendation,
): boolean {
  if (!narrowsActions(narrowing)) return true;
  return recommendation.actions.some((action) =>
    isAskedFor(portfolio, narrowing, { plan, recommendation, action }),
  );
}

function isServed({ recommendations, actions }: ExpectationRow): boolean {
  return recommendations.length > 0 || actions.length > 0;
}

function sectionOf(title: string, rows: readonly ExpectationRow[]): Section {
  return tableOf<ExpectationRow>(
    rows,
    [
      { heading: 'Id', cell: (row) => row.expectation.id },
      { heading: 'Expectation', cell: (row) => row.expectation.text },
      { heading: 'Served by', cell: servedCell },
      {
        heading: 'Complete',
        align: 'right',
        cell: ({ actions }) =>
          actions.length === 0
            ? ''
            : `${actions.filter((one) => one.state.status === 'complete').length} of ${actions.length}`,
      },
    ],
    title,
  );
}

function servedCell(row: ExpectationRow): Cell {
  if (!isServed(row)) return { text: 'none', tone: 'red' };
  if (row.actions.length > 0) return { text: row.actions.map(actionName).join(', ') };
  return { text: `${row.recommendations.join(', ')} (no action)`, tone: 'amber' };
}
