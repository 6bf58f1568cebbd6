import type { Change } from '../changes/change.ts';
import { type Section, tableOf } from '../reports/report.ts';
import { changeWords } from './change-words.ts';
import type { LineOfChange } from './changes-pretty.ts';

/** Changes of commitments as a table, one a row: for where they stand beside other things. */
export function changesSection(
  changes: readonly Change[],
  since: string,
  lineOf: LineOfChange,
): Section {
  const table = tableOf(
    changes,
    [
      { heading: 'Plan', cell: ({ plan }) => plan },
      { heading: 'Item', cell: ({ recommendation, action }) => action ?? recommendation ?? '' },
      { heading: 'Change', cell: (change) => changeWords(change) },
      {
        heading: 'Place',
        cell: (change) => {
          const { file, line } = lineOf(change);
          return `${file}:${line}`;
        },
      },
    ],
    `Changes of commitments ${since}`,
  );
  return { ...table, empty: 'No commitment changed.' };
}
