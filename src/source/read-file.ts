import { buildStandards } from '../model/build-directory.ts';
import { buildPlan, type FieldFault } from '../model/build-plan.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FileKind } from '../model/file-kind.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanFile } from '../model/plan-file.ts';
import type { Standards } from '../model/standard.ts';
import type { StandardsFile } from '../model/standards-file.ts';
import { suggest } from '../model/suggest.ts';
import type { FinancialYear } from '../model/target.ts';
import { decode, MAX_BYTES } from './decode.ts';
import { readText, YamlDocument } from './document.ts';
import { emptyValue, type Fault, isFault, type ValueFault } from './fault.ts';
import type { FileTree } from './file-tree.ts';
import { nameOf } from './file-tree.ts';
import { fits } from './fits.ts';
import { MAX_LEXEMES } from './limits.ts';
import { prune } from './prune.ts';
import { schemaFaults } from './schema-faults.ts';
import { SETTINGS_NAME } from './settings.ts';
import type { Value } from './value.ts';
import { whereabouts } from './whereabouts.ts';

/** One file as read: what it is, what it says, and everything wrong with how it says it. */
export interface FileRead {
  readonly file: string;
  readonly kind: FileKind | undefined;
  readonly document: YamlDocument | undefined;
  readonly plan?: Plan;
  readonly standards?: Standards;
  /** The value of an owners or settings file, with faulty parts taken out. */
  readonly value?: Value;
  readonly valueFaults: readonly ValueFault[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadOptions {
  readonly maxBytes: number;
  readonly financialYear: FinancialYear;
  /** Is told the bytes of the file before they are read. */
  readonly opened?: ((bytes: Uint8Array) => void) | undefined;
}

/** Reads one file, whatever it is; never throws for what is in it. */
export function readFile(tree: FileTree, file: string, options: ReadOptions): FileRead {
  const bytes = tree.read(file, options.maxBytes);
  if ('fault' in bytes) {
    const help = bytes.help ?? 'check the file and its permissions';
    return unread(file, [unreadable(file, bytes.fault, help)]);
  }
  options.opened?.(bytes);
  if (isLfsPointer(bytes)) {
    return unread(file, [unreadable(file, 'this is a pointer of Git LFS, not the file', LFS_HELP)]);
  }
  const source = decode(bytes, options.maxBytes);
  if (isFault(source)) return unread(file, [toDiagnostic(file, source)]);
  // Whoever takes larger files takes as many more parts.
  const maxLexemes = MAX_LEXEMES * Math.ceil(options.maxBytes / MAX_BYTES);
  const document = new YamlDocument(source, readText(source, maxLexemes));
  const faults = document.faults.map((fault) => toDiagnostic(file, fault));
  const { value } = document;
  if (value === undefined) {
    return unread(file, faults.length > 0 ? faults : [emptyFile(file)], document);
  }
  const kind = kindOf(file, value);
  if (kind === undefined)
    return unread(file, [...faults, unknownDocument(file, document)], document);

  const valueFaults: ValueFault[] = fits(kind, value) ? [] : schemaFaults(kind, value);
  prune(value, valueFaults);
  const built = build(kind, file, value, options.financialYear);
  valueFaults.push(...built.faults.map(fieldFault));
  return {
    file,
    kind,
    document,
    ...built.parts,
    value,
    valueFaults,
    diagnostics: [...faults, ...valueFaults.map((fault) => valueDiagnostic(file, document, fault))],
  };
}

const LFS_MARK = new TextEncoder().encode('version https://git-lfs.github.com/spec/');
const LFS_HELP =
  'get the file with `git lfs pull`; a revision holds only the pointer, so keep plans out of LFS (`git lfs migrate export`)';

/** Where large files are kept apart, git itself holds a few lines that say where. */
function isLfsPointer(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && LFS_MARK.every((byte, index) => bytes[index] === byte);
}

function build(kind: FileKind, file: string, value: Value, financialYear: FinancialYear) {
  const none: FieldFault[] = [];
  // Pruning has left only what fits the schema, but for missing fields, which builders allow for.
  if (kind === 'plan') {
    const usable = typeof value === 'object' && 'recommendations' in value;
    if (!usable) return { parts: {}, faults: none };
    const { plan, faults } = buildPlan(file, value as unknown as PlanFile, financialYear);
    return { parts: { plan }, faults };
  }
  if (kind === 'standards') {
    const standards = buildStandards(file, value as unknown as StandardsFile);
    return { parts: { standards }, faults: none };
  }
  return { parts: {}, faults: none };
}

/** What a file is: its first key says it; the settings file goes by its name. */
function kindOf(file: string, value: Value): FileKind | undefined {
  if (typeof value !== 'object' || Array.isArray(value)) return undefined;
  if (nameOf(file) === SETTINGS_NAME) return 'settings';
  const [first] = Object.keys(value);
  return first === 'plan' || first === 'owners' || first === 'standards' ? first : undefined;
}

export function fieldFault({ path, kind, written, fault }: FieldFault): ValueFault {
  if (written.trim() === '') return emptyValue(path);
  const form = kind === 'target' ? 'target-form' : 'schema';
  return {
    rule: fault.fault === 'unreal' ? 'date-real' : form,
    message: fault.message,
    help: fault.help,
    path,
    ...(fault.fix !== undefined && { fix: { op: 'set', path, value: fault.fix } }),
  };
}

export function valueDiagnostic(
  file: string,
  document: YamlDocument,
  fault: ValueFault,
): Diagnostic {
  return {
    rule: fault.rule,
    severity: 'error',
    message: fault.message,
    help: fault.help,
    file,
    range: document.locate(fault.path, fault.part),
    ...whereabouts(document.value, fault.path),
    fixable: fault.fix !== undefined,
    ...(fault.fix && { fix: fault.fix }),
    waived: false,
  };
}

function toDiagnostic(file: string, fault: Fault): Diagnostic {
  return {
    rule: fault.rule,
    severity: 'error',
    message: fault.message,
    help: fault.help,
    file,
    range: fault.range,
    plan: null,
    item: null,
    fixable: fault.fix !== undefined,
    ...(fault.fix && { fix: fault.fix }),
    waived: false,
  };
}

/** The finding for a path that cannot be read at all. */
export function unreadable(file: string, message: string, help: string): Diagnostic {
  return toDiagnostic(file, { rule: 'file-readable', message, help, range: START });
}

const START = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function emptyFile(file: string): Diagnostic {
  return toDiagnostic(file, {
    rule: 'unknown-document',
    message: 'the file is empty',
    help: 'begin it with `plan:`, `owners:` or `standards:`, or remove it',
    range: START,
  });
}

function unknownDocument(file: string, document: YamlDocument): Diagnostic {
  const { value } = document;
  const help =
    'a plan begins with `plan:`, an owners file with `owners:`, standards with `standards:`';
  if (typeof value !== 'object' || Array.isArray(value)) {
    return toDiagnostic(file, {
      rule: 'unknown-document',
      message: `the file is a ${Array.isArray(value) ? 'list' : 'text'}, not a plan, owners or standards file`,
      help,
      range: document.locate([]),
    });
  }
  const [first = ''] = Object.keys(value);
  const kinds = ['plan', 'owners', 'standards'];
  const later = kinds.find((kind) => Object.hasOwn(value, kind));
  const near = suggest(first, kinds);
  return toDiagnostic(file, {
    rule: 'unknown-document',
    message: `a file that begins with \`${first.slice(0, 60)}:\` is not a plan, owners or standards file`,
    help: later
      ? `move the line \`${later}: …\` to the top`
      : near
        ? `did you mean \`${near}:\`? ${help}`
        : `${help}; name other files in \`ignore\` of ${SETTINGS_NAME}`,
    range: document.locate([first], 'key'),
  });
}

function unread(file: string, diagnostics: Diagnostic[], document?: YamlDocument): FileRead {
  return { file, kind: undefined, document, valueFaults: [], diagnostics };
}
