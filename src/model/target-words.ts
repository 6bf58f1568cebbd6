import { type Day, dayInWords } from './day.ts';

/** A target or date as people say it: "April 2022", "31 May 2023", "spring 2023". */
export function targetInWords(written: string): string {
  const from = /^from (.+)$/.exec(written)?.[1];
  if (from !== undefined) return `from ${targetInWords(from)}`;
  const condition = /^when: +(.+)$/s.exec(written)?.[1];
  if (condition !== undefined) {
    return /^(?:after|once|upon|when) /i.test(condition) ? condition : `when ${condition}`;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(written)) return dayInWords(written);
  if (/^\d{4}-\d{2}$/.test(written)) return monthInWords(`${written}-01`);
  const season = /^(\d{4})-([a-z]+)$/.exec(written);
  if (season) return `${season[2]} ${season[1]}`;
  const quarter = /^(FY)?(\d{4})-(Q[1-4])$/.exec(written);
  if (quarter) return `${quarter[3]} ${year(quarter[2] ?? '', quarter[1])}`;
  const whole = /^(FY)?(\d{4})$/.exec(written);
  return whole ? year(whole[2] ?? '', whole[1]) : written;
}

/** "2022", or of a financial year "2022/23". */
function year(first: string, financial: string | undefined): string {
  if (financial === undefined) return first;
  return `${first}/${String((Number(first) + 1) % 100).padStart(2, '0')}`;
}

function monthInWords(first: Day): string {
  return dayInWords(first).replace(/^\d+ /, '');
}
