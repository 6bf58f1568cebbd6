import type { Change } from '../changes/change.ts';
import { changeWords } from './change-words.ts';
import type { LineOfChange } from './changes-pretty.ts';
import { escapeMarkdown } from './report-markdown.ts';

/** Changes as GitHub-flavoured Markdown: a list for each plan. */
export function changesMarkdown(
  title: string,
  changes: readonly Change[],
  lineOf: LineOfChange,
): string {
  const plans = [...new Set(changes.map(({ plan }) => plan))];
  const lists = plans.map((plan) => {
    const lines = changes
      .filter((change) => change.plan === plan)
      .map((change) => {
        const { file, line } = lineOf(change);
        const item = change.action ?? change.recommendation;
        const about = item === null ? '' : `**${escapeMarkdown(item)}** `;
        return `- ${about}${escapeMarkdown(changeWords(change))} (${escapeMarkdown(`${file}:${line}`)})`;
      });
    return `### ${escapeMarkdown(plan)}\n\n${lines.join('\n')}`;
  });
  const body = lists.length === 0 ? ['No commitment changed.'] : lists;
  return `${[`## ${escapeMarkdown(title)}`, ...body].join('\n\n')}\n`;
}
