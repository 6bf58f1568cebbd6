import { dayFromNumber, dayNumber } from '../../model/day.ts';
import { readXml } from './xml.ts';

/** What a cell's style says of its value. */
export interface CellStyle {
  /** How much of a date is shown, where the number is shown as one. */
  readonly date?: 'day' | 'month' | 'year' | undefined;
  readonly percent: boolean;
  readonly struck: boolean;
}

const PLAIN: CellStyle = { percent: false, struck: false };

/** Formats that have a number of their own and show a day: 14 to 17, 22 and those of eastern countries. */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  22: 'dd/mm/yyyy hh:mm',
};

/** The styles of a workbook, by the number a cell gives. */
export function readStyles(xml: string): (index: number) => CellStyle {
  const formats = new Map<number, string>();
  const struckFonts: boolean[] = [];
  const styles: CellStyle[] = [];
  const inside: string[] = [];
  readXml('xl/styles.xml', xml, {
    open: (name, attributes) => {
      const parent = inside.at(-1);
      if (name === 'numFmt' && parent === 'numFmts') {
        formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      }
      if (name === 'font' && parent === 'fonts') struckFonts.push(false);
      if (name === 'strike' && parent === 'font' && isOn(attributes['val'])) {
        struckFonts[struckFonts.length - 1] = true;
      }
      if (name === 'xf' && parent === 'cellXfs') {
        const id = Number(attributes['numFmtId'] ?? 0);
        const format = formats.get(id) ?? BUILT_IN[id] ?? (isEastern(id) ? 'yyyy-mm-dd' : '');
        styles.push({
          date: dateShown(format),
          percent: shown(format).includes('%'),
          struck: struckFonts[Number(attributes['fontId'] ?? 0)] ?? false,
        });
      }
      inside.push(name);
    },
    close: () => inside.pop(),
  });
  return (index) => styles[index] ?? PLAIN;
}

/** The value of a switch that is on where it stands alone. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off';
}

function isEastern(id: number): boolean {
  return (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58;
}

/** How much of a date a format shows. "March 2022" typed into a cell is kept as its first day. */
function dateShown(format: string): CellStyle['date'] {
  const plain = shown(format);
  if (/general/i.test(plain) || !/[dy]/i.test(plain)) return undefined;
  if (/d/i.test(plain)) return 'day';
  return /m/i.test(plain) ? 'month' : 'year';
}

/** A format without texts, colours and the parts for negative numbers and texts. */
function shown(format: string): string {
  return (format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';')[0] ?? '').trim();
}

/** The day of Excel's number for it. Its first calendar takes 1900 for a leap year. */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= 109_574)) return undefined;
  if (from1904) return dayFromNumber(dayNumber('1904-01-01') + whole);
  if (whole === 60) return undefined;
  return dayFromNumber(dayNumber('1899-12-31') + whole - (whole > 60 ? 1 : 0));
}
