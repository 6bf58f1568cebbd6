import writeExcelFile from 'write-excel-file/node';
import { readTables } from '../../src/exchange/read/read-tables.ts';

/** A workbook as a person leaves it who opens it, changes cells and saves it: made anew by other means. */
export async function resaved(
  bytes: Uint8Array,
  changes: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const [table] = await readTables('a.xlsx', bytes);
  const [head] = table?.rows ?? [];
  if (!table || !head) throw new Error('the workbook is empty');
  const width = head.cells.length;
  const left = new Map(Object.entries(changes));
  const data = table.rows.map(({ number, cells }) =>
    Array.from({ length: width }, (_, index) => {
      const heading = head.cells[index]?.text ?? '';
      const cell = cells.find((one) => one.column === index + 1);
      const changed = left.get(`${heading} ${number}`);
      left.delete(`${heading} ${number}`);
      if (changed !== undefined) return { value: changed, type: String };
      if (cell?.day?.length === 10) {
        return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
      }
      return cell && cell.text !== '' ? { value: cell.text, type: String } : null;
    }),
  );
  if (left.size > 0) throw new Error(`no such cell: ${[...left.keys()].join(', ')}`);
  return writeExcelFile(data, { sheet: 'Plan' }).toBuffer();
}
