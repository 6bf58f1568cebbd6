import { ownerLabel } from '../../src/model/owner.ts';
import type { Action, Entry, Plan, Recommendation } from '../../src/model/plan.ts';
import { nameOwner, type Portfolio } from '../../src/model/portfolio.ts';

/** How a colleague writes what a plan holds in a table of Word or Excel: in words, not in forms. */
export class Colleague {
  readonly #portfolio: Portfolio;

  constructor(portfolio: Portfolio) {
    this.#portfolio = portfolio;
  }

  agreement({ agreement }: Recommendation): string {
    return { agreed: 'Agreed', 'partly-agreed': 'Partly Agreed', 'not-agreed': 'Not Agreed' }[
      agreement ?? 'agreed'
    ];
  }

  owners(names: readonly string[]): string {
    return names.map((name) => ownerLabel(nameOwner(this.#portfolio, name))).join('\n');
  }

  status({ status }: Entry): string {
    if (status === undefined) return '';
    return status === 'in-progress' ? 'Ongoing' : capital(status.replace('-', ' '));
  }

  /** A target or date as people say it: "June 2022", "Summer 2022", "2024/25". */
  when(form: string | undefined): string {
    if (form === undefined) return '';
    const [year = '', rest = '', day] = form.split('-');
    const month = MONTHS[Number(rest) - 1];
    if (/^FY\d{4}$/.test(form)) return `${form.slice(2)}/${Number(form.slice(4)) + 1}`;
    if (/^\d{4}-Q\d$/.test(form)) return `${rest} ${year}`;
    if (/^\d{4}-[a-z]+$/.test(form)) return `${capital(rest)} ${year}`;
    if (month && day) return `${Number(day)} ${month} ${year}`;
    if (month && /^\d{4}$/.test(year)) return `${month} ${year}`;
    return form === 'ongoing' ? 'Ongoing' : form.replace(/^from (\d{4})-(\d{2})$/, 'from $1-$2');
  }
}

/** The entry of a day, where an action has one, or its second. */
export function entryOf({ progress }: Action, date: string, place = 0): Entry | undefined {
  return progress.filter((entry) => entry.date.written === date)[place];
}

export function entryDates(plan: Plan): string[] {
  const dates = plan.recommendations.flatMap(({ actions }) =>
    actions.flatMap(({ progress }) => progress.map(({ date }) => date.written)),
  );
  return [...new Set(dates)].sort();
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
