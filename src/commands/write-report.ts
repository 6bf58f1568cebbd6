import type { Portfolio } from '../model/portfolio.ts';
import type { Style } from '../render/colours.ts';
import { reportJson, type Sources } from '../render/report-json.ts';
import { reportMarkdown } from '../render/report-markdown.ts';
import type { Answer, Question, Report } from '../reports/report.ts';
import type { Format } from './report-flags.ts';

/** An answer in a format; what writes the rarer ones is loaded when asked for. */
export async function writeReport(
  format: Format,
  report: Report,
  answer: Answer,
  asked: { readonly portfolio: Portfolio; readonly question: Question; readonly sources: Sources },
  style: Style,
): Promise<string | Uint8Array> {
  const { portfolio, question, sources } = asked;
  switch (format) {
    case 'json':
      return reportJson(report.id, answer, question, sources);
    case 'markdown':
      return reportMarkdown(answer);
    case 'csv':
      return (await import('../render/report-csv.ts')).reportCsv(answer, report, sources);
    case 'html':
      return (await import('../render/report-html.ts')).reportHtml(
        answer,
        question,
        sources,
        (await import('../render/charts/of-report.ts')).chartsOfReport(
          report.id,
          portfolio,
          question,
        ),
      );
    case 'xlsx':
      return (await import('../render/report-xlsx.ts')).reportXlsx(report, answer);
    case 'table':
      return (await import('../render/report-table.ts')).reportTable(answer, style);
  }
}
