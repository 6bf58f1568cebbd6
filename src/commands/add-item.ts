import { ExitCode } from '../host.ts';
import type { Path } from '../model/diagnostic.ts';
import type { EditValue } from '../model/edit.ts';
import type { Plan } from '../model/plan.ts';
import { cleanText } from '../render/clean-text.ts';
import { prettyDiagnostics } from '../render/diagnostics-pretty.ts';
import { rules } from '../rules/index.ts';
import { overlayTree } from '../source/file-tree.ts';
import { type Loaded, load } from '../source/load.ts';
import { SourceText } from '../source/text.ts';
import { validate } from '../validate/validate.ts';
import { bytesWith, edited, openFile, saveFile, withRaces } from './editing.ts';
import { pathsOrDefault } from './flags.ts';
import { readPlans } from './read-whole.ts';
import { noteStyle, type Session } from './session.ts';

/** Where something new goes. */
export interface Place {
  readonly plan: Plan;
  /** The list it is added to. */
  readonly path: Path;
  readonly name: string;
  /** What most likely comes after it. */
  readonly next: string | undefined;
}

/** What may be said later is only shown; what could not be read or told apart is refused. */
const REFUSED = new Set([
  'id-unique',
  'id-prefix',
  'yaml-syntax',
  'schema',
  'target-form',
  'date-real',
]);

/** Adds an item at the end of a list, and shows what is wrong with it or still to be said. */
export async function addItem(
  session: Session,
  paths: readonly string[],
  value: EditValue,
  placeIn: (loaded: Loaded) => Place,
): Promise<void> {
  const { host } = session;
  const all = pathsOrDefault(host.files, paths);
  await withRaces(() => {
    const { plan, path, name, next } = placeIn(readPlans(session.host, paths));
    const opened = openFile(host, plan.file);
    const text = edited(opened, [{ op: 'append', path, value }]);
    const after = load(overlayTree(host.files, plan.file, bytesWith(opened, text)), all);
    const id = name.slice(name.lastIndexOf('/') + 1);
    const findings = validate(after, rules, { asOf: host.today() }).diagnostics.filter(
      (one) => one.file === plan.file && one.item === id && !one.waived && one.severity !== 'info',
    );
    const source = new SourceText(text);
    if (findings.length > 0) {
      const shown = prettyDiagnostics(findings, (_, line) => source.line(line), noteStyle(session));
      host.note(`${shown}\n`);
    }
    if (findings.some(({ rule }) => REFUSED.has(rule))) {
      host.note('nothing was written\n');
      session.exit(ExitCode.problems);
      return;
    }
    saveFile(host, opened, text);
    host.out(`${cleanText(plan.file)}: ${cleanText(name)} added\n`);
    if (findings.length > 0) host.note('what is shown above is still to be said\n');
    if (next && findings.some(({ rule }) => rule === 'actions-required')) {
      host.note(`next: ${cleanText(next)}\n`);
    }
  });
}
