import { importTables } from '../exchange/import-tables.ts';
import type { LedgerLine } from '../exchange/ledger.ts';
import type { MappedTable } from '../exchange/map-columns.ts';
import { idOfFile } from '../exchange/plan-of.ts';
import type { ProfileFile } from '../exchange/profile.ts';
import { profileText } from '../exchange/profile-text.ts';
import { Refusal } from '../exchange/refusal.ts';
import { UsageError } from '../host.ts';
import { UK_FINANCIAL_YEAR } from '../model/target.ts';
import { cleanText } from '../render/clean-text.ts';
import { folderOf } from '../source/file-tree.ts';
import type { ImportProfiles } from './import-profile.ts';
import type { Session } from './session.ts';

/** Writes how tables were read to a profile; never over a file that is there. */
export function saveMap(
  { host }: Session,
  {
    file,
    target,
    profiles,
    mapped,
  }: {
    readonly file: string;
    readonly target: string;
    readonly profiles: ImportProfiles;
    readonly mapped: readonly MappedTable[];
  },
): void {
  if (!/\.ya?ml$/i.test(target)) {
    throw new UsageError(
      `--save-map: ${cleanText(target)} is no name of a profile`,
      'give a name that ends in .yaml',
    );
  }
  if (host.files.kind(target) !== 'missing') {
    throw new UsageError(`${cleanText(target)} is there already`, 'choose another file');
  }
  const text = profileText({
    name: idOfFile(target),
    extended: profiles.builtIn,
    own: profiles.own,
    tables: mapped,
    cells: cellsOf(mapped, profiles.whole),
    schema: `${'../'.repeat(depthOf(target))}schemas/profile.schema.json`,
  });
  host.replace(target, null, new TextEncoder().encode(text));
  host.out(`${cleanText(target)}\n`);
  host.note(
    `next: change it, then actionplan import ${cleanText(file)} --map ${cleanText(target)}\n`,
  );
}

/** The cells as they would be read; none where something is still to be said before. */
function cellsOf(mapped: readonly MappedTable[], profile: ProfileFile): readonly LedgerLine[] {
  try {
    return importTables(mapped, {
      profile,
      owners: undefined,
      financialYear: UK_FINANCIAL_YEAR,
      asOf: profile['as-of'],
    }).cells;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function depthOf(path: string): number {
  const folder = folderOf(path);
  return folder.split('/').filter((part) => part !== '.' && part !== '').length;
}
