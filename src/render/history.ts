import type { HistoryEvent } from '../changes/history.ts';
import { plain } from '../changes/same.ts';
import { changeJson, type PlacesOf, type Side } from './changes-json.ts';
import { cleanText, withoutCommands } from './clean-text.ts';
import { coloursFor, type Style } from './colours.ts';
import { eventDetails, eventWords } from './history-words.ts';
import { jsonText } from './json.ts';
import { escapeMarkdown } from './report-markdown.ts';

/** One action's life, ready to be written in any format. */
export interface History {
  readonly plan: string;
  readonly recommendation: string;
  readonly action: string;
  /** What the action says; null where it is no longer there. */
  readonly text: string | null;
  readonly revision: Side;
  readonly events: readonly HistoryEvent[];
  readonly places: PlacesOf;
  /** The line of an entry of the log, or of the action. */
  readonly placeOf: (event: HistoryEvent) => { file: string; line: number } | null;
}

function title({ plan, action, text }: History): string {
  return `${plan} ${action}: ${text === null ? '(no longer in the plan)' : plain(text)}`;
}

/** A line an event, with what a commit changed under it. */
export function historyPretty(history: History, style: Style): string {
  const chalk = coloursFor(style);
  const lines = history.events.flatMap((event) => {
    const place = history.placeOf(event);
    const where =
      place === null ? [] : [chalk.dim(`            ${cleanText(place.file)}:${place.line}`)];
    return [
      `${chalk.bold(event.date)}  ${cleanText(eventWords(event))}`,
      ...eventDetails(event).map((detail) => `            - ${cleanText(detail)}`),
      ...where,
    ];
  });
  return withoutCommands(`${[chalk.bold(cleanText(title(history))), '', ...lines].join('\n')}\n`);
}

export function historyMarkdown(history: History): string {
  const lines = history.events.flatMap((event) => [
    `- **${event.date}** ${escapeMarkdown(eventWords(event))}`,
    ...eventDetails(event).map((detail) => `  - ${escapeMarkdown(detail)}`),
  ]);
  return `## ${escapeMarkdown(title(history))}\n\n${lines.join('\n')}\n`;
}

/** The JSON of `history`: the contract with scripts. */
export function historyJson(history: History): string {
  const { plan, recommendation, action, text, revision, events } = history;
  const facts = { plan, recommendation, action, text, revision };
  const written = events.map((event) => eventJson(event, history));
  return jsonText({ schemaVersion: 1, kind: 'history', ...facts, events: written });
}

function eventJson(event: HistoryEvent, { places, placeOf }: History): object {
  if (event.source === 'commit') {
    const { source, date, commit, changes, fault } = event;
    const facts = commit ?? { commit: null, author: null, subject: null };
    const { author, subject } = facts;
    const written = changes.map((change) => changeJson(change, places));
    return { source, date, commit: facts.commit, author, subject, fault, changes: written };
  }
  const { source, date, action, entry } = event;
  const place = placeOf(event);
  return {
    source,
    date,
    status: entry ? (entry.status ?? null) : null,
    completed: entry?.completed?.written ?? null,
    target: (entry ? entry.target : action.target)?.written ?? null,
    by: entry?.by ?? [],
    text: entry?.text ?? null,
    file: place?.file ?? null,
    line: place?.line ?? null,
  };
}
