import { formatText } from '../edit/format.ts';
import { plainFields } from '../edit/write-value.ts';
import type { Field } from '../exchange/fields.ts';
import { columnLines, reportLines } from '../exchange/import-report.ts';
import { chooseTables, type Imported, importTables } from '../exchange/import-tables.ts';
import { editsInto } from '../exchange/into.ts';
import { type Clash, clashWords } from '../exchange/map-columns.ts';
import { idOfFile, planOf } from '../exchange/plan-of.ts';
import type { ProfileFile } from '../exchange/profile.ts';
import { MOST_IMPORTED, readTables } from '../exchange/read/read-tables.ts';
import { Refusal } from '../exchange/refusal.ts';
import type { Table } from '../exchange/table.ts';
import { UsageError } from '../host.ts';
import type { EditValue } from '../model/edit.ts';
import type { OwnerDirectory } from '../model/owner.ts';
import { actionsOf } from '../model/plan.ts';
import type { FinancialYear } from '../model/target.ts';
import { counted } from '../model/words.ts';
import { cleanLines, cleanText, withoutCommands } from '../render/clean-text.ts';
import { unifiedDiff } from '../render/unified-diff.ts';
import { folderOf, joinPath, overlayTree } from '../source/file-tree.ts';
import { type Loaded, load } from '../source/load.ts';
import { askColumn } from './ask-column.ts';
import { edited, openFile, saveFile } from './editing.ts';
import type { ImportFlags } from './import.ts';
import { profilesOf } from './import-profile.ts';
import { requireIdsApart, requireWhole } from './read-whole.ts';
import { saveMap } from './save-map.ts';
import type { Session } from './session.ts';

/** Reads the tables of a file, and makes a plan of them or brings one up to them. */
export async function runImport(session: Session, file: string, flags: ImportFlags): Promise<void> {
  try {
    await importFile(session, file, flags);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UsageError(`${file}: ${error.message}`, error.help, error.details);
  }
}

async function importFile(session: Session, file: string, flags: ImportFlags): Promise<void> {
  const { host } = session;
  const profiles = profilesOf(host, flags.map ?? [], {
    ...(flags.sheet !== undefined && { sheet: flags.sheet }),
    ...(flags.dates !== undefined && { dates: flags.dates }),
    ...(flags.asOf !== undefined && { 'as-of': flags.asOf }),
  });
  const profile = profiles.whole;
  const bytes = host.files.read(file, MOST_IMPORTED);
  if ('fault' in bytes) throw new UsageError(`${cleanText(file)}: ${bytes.fault}`, bytes.help);
  const tables = await readTables(file, bytes, profile);
  const { mapped, remarks, clashes } = await settledTables(session, tables, profile, flags);
  note(session, columnLines({ tables: mapped }));
  note(
    session,
    clashes.map((clash) => `note: ${clashWords(clash)}: say in the profile what each is`),
  );
  if (flags.saveMap !== undefined) {
    saveMap(session, { file, target: flags.saveMap, profiles, mapped });
    return;
  }
  const { ask } = host;
  if (ask && !/^(?:y(?:es)?)?$/i.test((await ask('Read the columns so? [Y/n] '))?.trim() ?? 'n')) {
    host.note(
      'nothing was read; a profile (--map) says what the columns are, and --save-map writes one\n',
    );
    return;
  }
  const home = homeOf(session, flags, profile, file);
  const ids = flags.into === undefined ? new Set<string>() : idsIn(home.loaded);
  const imported = importTables(mapped, { profile, asOf: profile['as-of'], ids, ...home });
  const account = { ...imported, remarks: [...remarks, ...imported.remarks] };
  if (flags.into === undefined) makePlan(session, file, flags, profile, account, home);
  else await mergeInto(session, flags.into, flags, account, home, profile['as-of']);
}

/** The tables, with what their columns are; of two that look alike a terminal asks which is meant. */
async function settledTables(
  { host }: Session,
  tables: readonly Table[],
  profile: ProfileFile,
  { saveMap: isToSave }: ImportFlags,
): Promise<ReturnType<typeof chooseTables> & { readonly clashes: readonly Clash[] }> {
  const { ask } = host;
  const said: Record<string, Field> = {};
  for (;;) {
    const clashes: Clash[] = [];
    const so = { ...profile, columns: { ...profile.columns, ...said } };
    const isRefused = ask === undefined && isToSave === undefined;
    const chosen = chooseTables(tables, so, isRefused ? undefined : (one) => clashes.push(one));
    const [clash] = clashes;
    if (!clash || !ask) return { ...chosen, clashes };
    host.note(`${cleanText(clashWords(clash))}\n`);
    const [heading, field] = await askColumn(host, ask, clash);
    said[heading] = field;
  }
}

/** Where the plan is, or will be: what is known there of owners and the financial year. */
interface Home {
  readonly target: string;
  readonly loaded: Loaded;
  readonly owners: OwnerDirectory | undefined;
  readonly financialYear: FinancialYear;
}

function homeOf(session: Session, flags: ImportFlags, profile: ProfileFile, file: string): Home {
  const { host } = session;
  const folder = host.files.kind('plans') === 'folder' ? 'plans' : '.';
  const id = flags.id ?? profile.plan?.id ?? idOfFile(file);
  const target = flags.into ?? flags.output ?? joinPath(folder, `${id}.yaml`);
  const loaded = load(host.files, [flags.into ?? folderOf(target)]);
  const { owners, financialYear } = loaded.portfolio;
  return { target, loaded, owners, financialYear };
}

/** The ids of the recommendations and actions of the plans that were read. */
function idsIn({ portfolio }: Loaded): Set<string> {
  const actions = portfolio.plans.flatMap((plan) => [...actionsOf(plan)]);
  return new Set([
    ...portfolio.plans.flatMap((plan) => plan.recommendations.map(({ id }) => id)),
    ...actions.map(({ action }) => action.id),
  ]);
}

function makePlan(
  session: Session,
  file: string,
  flags: ImportFlags,
  profile: ProfileFile,
  imported: Imported,
  { target, loaded }: Home,
): void {
  const { host } = session;
  const { plan, taken } = planOf(file, imported, profile, flags);
  if (plan.submitted === '') {
    throw new UsageError(
      'the table does not say when the plan was submitted',
      'say --submitted DATE, the day of its first version: its actions date from it',
    );
  }
  const text = formatText(
    `# yaml-language-server: $schema=../schemas/plan.schema.json\n${plainFields(plan as unknown as Record<string, EditValue>)}`,
    'plan',
  );
  const bytes = new TextEncoder().encode(text);
  const read = load(overlayTree(host.files, target, bytes), [target]);
  const fault = read.diagnostics.find((one) => one.file === target);
  if (fault) {
    throw new UsageError(
      `the plan made of the table has a fault in line ${fault.range.start.line}: ${cleanText(fault.message)}`,
      fault.help ?? undefined,
    );
  }
  tell(session, flags, [
    ...reportLines(imported),
    ...taken.map((one) => `taken for want of another: ${one}`),
  ]);
  if (flags.dryRun) {
    host.out(withoutCommands(cleanLines(text)));
    host.note('nothing was written (--dry-run)\n');
    return;
  }
  const same = [...loaded.portfolio.plans, ...loaded.portfolio.context].find(
    (one) => one.id === plan.plan,
  );
  if (same) {
    throw new UsageError(
      `there is a plan ${plan.plan} already, in ${cleanText(same.file)}`,
      `bring it up to the table with --into ${cleanText(same.file)}, or choose another --id`,
    );
  }
  if (host.files.kind(target) !== 'missing') {
    throw new UsageError(
      `${cleanText(target)} is there already`,
      'choose another file with --output',
    );
  }
  host.replace(target, null, bytes);
  host.out(`${cleanText(target)}\n`);
  host.note(`next: actionplan validate ${cleanText(target)}\n`);
}

async function mergeInto(
  session: Session,
  target: string,
  flags: ImportFlags,
  imported: Imported,
  { loaded, owners, financialYear }: Home,
  asOf: string | undefined,
): Promise<void> {
  const { host } = session;
  requireWhole(loaded, target);
  const [plan] = loaded.portfolio.plans;
  if (!plan || loaded.portfolio.plans.length > 1) {
    throw new UsageError(`${cleanText(target)} is not the file of one plan`, 'name its file');
  }
  requireIdsApart(loaded, plan);
  const opened = openFile(host, plan.file);
  const { edits, kept } = editsInto(plan, imported, { owners, financialYear, asOf });
  const text = edited(opened, edits);
  tell(session, flags, [...reportLines(imported), ...kept.map((one) => `note: ${one}`)]);
  host.out(unifiedDiff(plan.file, opened.text, text, session.style()));
  if (edits.length === 0) {
    host.note(`${cleanText(plan.file)} says what the table says\n`);
    return;
  }
  host.note(`${counted(edits.length, 'edit')} in ${cleanText(plan.file)}\n`);
  if (flags.dryRun) {
    host.note('nothing was written (--dry-run)\n');
    return;
  }
  const { ask } = host;
  if (ask && !/^y(?:es)?$/i.test((await ask('Make these edits? [y/N] '))?.trim() ?? '')) {
    host.note('nothing was written\n');
    return;
  }
  saveFile(host, opened, text);
}

function tell(session: Session, flags: ImportFlags, lines: readonly string[]): void {
  note(session, lines);
  if (flags.report !== undefined && !flags.dryRun) {
    const account = lines.map((line) => `${cleanLines(line)}\n`).join('');
    session.host.write(flags.report, withoutCommands(account));
  }
}

function note({ host }: Session, lines: readonly string[]): void {
  host.note(lines.map((line) => `${cleanLines(line)}\n`).join(''));
}
