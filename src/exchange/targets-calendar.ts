import { addDays, type Day } from '../model/day.ts';
import { ownerLabel } from '../model/owner.ts';
import type { ActionRow } from '../reports/action-row.ts';
import { type Component, calendarText, type Property, textValue } from './icalendar.ts';

export interface CalendarOptions {
  readonly as: 'todos' | 'events';
  /** Days before the target on which to remind; none where undefined. */
  readonly alarm: number | undefined;
  readonly asOf: Day;
  readonly version: string;
  /** Makes what would act, or hide, plain to see. */
  readonly clean: (text: string) => string;
}

/**
 * The last days of open actions as a calendar. A UID is made of the ids, so that a calendar read
 * again replaces what it had; the stamp is the day asked about, so that the same plans give the same
 * bytes.
 */
export function targetsCalendar(rows: readonly ActionRow[], options: CalendarOptions): string {
  return calendarText({
    name: 'VCALENDAR',
    properties: [
      ['VERSION', '2.0'],
      ['PRODID', `-//actionplan//actionplan ${textValue(options.version)}//EN`],
      ['CALSCALE', 'GREGORIAN'],
      ['METHOD', 'PUBLISH'],
      ['X-WR-CALNAME', 'Targets of action plans'],
    ],
    components: rows.flatMap((row) =>
      row.state.due === null ? [] : [componentOf(row, row.state.due, options)],
    ),
  });
}

function componentOf(row: ActionRow, due: Day, options: CalendarOptions): Component {
  const { plan, action, state, owners } = row;
  const { clean } = options;
  const todo = options.as === 'todos';
  const days: Property[] = todo
    ? [['DUE;VALUE=DATE', basic(due)]]
    : [
        ['DTSTART;VALUE=DATE', basic(due)],
        // A day's event ends on the next.
        ['DTEND;VALUE=DATE', basic(addDays(due, 1))],
        ['TRANSP', 'TRANSPARENT'],
      ];
  const summary = clean(`${action.id} ${action.action}`.replace(/\s+/g, ' '));
  return {
    name: todo ? 'VTODO' : 'VEVENT',
    properties: [
      ['UID', textValue(clean(`${plan.id}/${action.id}@actionplan`))],
      ['DTSTAMP', `${basic(options.asOf)}T000000Z`],
      ...days,
      ['SUMMARY', textValue(cut(summary, 120))],
      [
        'DESCRIPTION',
        textValue(
          clean(
            [
              action.action,
              `Owner: ${owners.length === 0 ? 'none' : owners.map(ownerLabel).join('; ')}`,
              `Target: ${state.target?.written ?? ''}`,
              `Status: ${state.status.replace('-', ' ')}${state.overdue ? ', overdue' : ''}`,
              `Plan: ${plan.title} (${plan.id}/${action.id})`,
            ].join('\n'),
          ),
        ),
      ],
      ['CATEGORIES', textValue(clean(plan.id))],
      ...(todo ? ([['STATUS', statusOf(state.status)]] as const) : []),
    ],
    components: options.alarm === undefined ? [] : [alarmOf(options.alarm, summary, todo)],
  };
}

function alarmOf(days: number, summary: string, todo: boolean): Component {
  return {
    name: 'VALARM',
    properties: [
      ['ACTION', 'DISPLAY'],
      ['DESCRIPTION', textValue(cut(summary, 120))],
      [`TRIGGER${todo ? ';RELATED=END' : ''}`, days === 0 ? 'PT0S' : `-P${days}D`],
    ],
  };
}

function statusOf(status: string): string {
  return status === 'not-started' ? 'NEEDS-ACTION' : 'IN-PROCESS';
}

function basic(day: Day): string {
  return day.replaceAll('-', '');
}

function cut(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
