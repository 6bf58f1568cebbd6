import { type Day, isRealDay, monthLength, writeDay } from './day.ts';
import { monthOfUnreal, suggestForms } from './loose-date.ts';
import { remembered } from './remembered.ts';

/**
 * A date as a document gives it: a day, or only its month or year, which then counts as its
 * last day (FORMAT, principle 5).
 */
export interface PlanDate {
  /** As written in the file: `2025-03-27`, `2025-03` or `2025`. */
  readonly written: string;
  /** The first day it can mean. */
  readonly first: Day;
  /** The day it counts as: the last day it can mean. */
  readonly day: Day;
}

/** Why a text is no date or target, and what to write instead. */
export interface FormFault {
  /** `unreal` when the form is right but no such day exists. */
  readonly fault: 'form' | 'unreal';
  readonly message: string;
  readonly help: string;
  /** What to write instead, when only one reading is possible. */
  readonly fix?: string;
}

const FORM = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads a date field: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
export const parseDate = remembered((text: string): PlanDate | FormFault => {
  const match = FORM.exec(text);
  if (!match) return unknownForm(text);
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const date = match[3] === undefined ? undefined : Number(match[3]);
  if (!isRealDay(year, month ?? 1, date ?? 1)) return unreal(text, year, month);
  const lastMonth = month ?? 12;
  return {
    written: text,
    first: writeDay(year, month ?? 1, date ?? 1),
    day: writeDay(year, lastMonth, date ?? monthLength(year, lastMonth)),
  };
});

/** Whether reading a date or target failed. */
export function isFault(value: object): value is FormFault {
  return 'fault' in value;
}

function unknownForm(text: string): FormFault {
  const dates = suggestForms(text).filter((form) => FORM.test(form));
  const message = `"${text}" is not a date`;
  const [only] = dates;
  if (only !== undefined && dates.length === 1) {
    return { fault: 'form', message, help: `write ${only}`, fix: only };
  }
  if (dates.length > 1) {
    return {
      fault: 'form',
      message: `${message}: it can be read in ${dates.length} ways`,
      help: `write ${dates.join(' or ')}, whichever is meant`,
    };
  }
  const month = dates.length === 0 && suggestForms(text).length === 0 && monthOfUnreal(text);
  if (month) return unreal(`"${text}"`, month.year, month.month);
  return {
    fault: 'form',
    message,
    help: 'write a day as 2022-06-30, or only what is known: 2022-06 or 2022',
  };
}

/** The fault of a date whose form is right but which is in no calendar. */
export function unreal(text: string, year: number, month: number | undefined): FormFault {
  if (year < 1900 || year > 2199) {
    return {
      fault: 'unreal',
      message: `${text} is not a date this tool takes: years go from 1900 to 2199`,
      help: 'check the year',
    };
  }
  if (month !== undefined && month >= 1 && month <= 12) {
    const last = writeDay(year, month, monthLength(year, month));
    return {
      fault: 'unreal',
      message: `${text} does not exist: that month ends on ${last}`,
      help: `if the last day of the month is meant, write ${last}`,
    };
  }
  return {
    fault: 'unreal',
    message: `${text} does not exist: months go from 01 to 12`,
    help: 'write the year, month and day as 2022-06-30',
  };
}
