import type { Diagnostic, Path } from '../model/diagnostic.ts';
import { suggest } from '../model/suggest.ts';
import type { Rule } from '../rules/rule.ts';
import type { Loaded } from '../source/load.ts';
import { valueDiagnostic } from '../source/read-file.ts';
import { valueAt } from '../source/value.ts';

/** Rules the settings name that do not exist, or that cannot be switched off. */
export function checkSettings({ settingsRead }: Loaded, rules: readonly Rule[]): Diagnostic[] {
  const document = settingsRead?.document;
  if (!document) return [];
  const lists: Path[] = [['rules']];
  const overrides = valueAt(document.value, ['overrides']);
  if (Array.isArray(overrides)) {
    overrides.forEach((_, index) => {
      lists.push(['overrides', index, 'rules']);
    });
  }
  return lists.flatMap((path) => {
    const levels = valueAt(document.value, path);
    if (typeof levels !== 'object' || Array.isArray(levels)) return [];
    return Object.keys(levels).flatMap((id) => {
      const words = faultOf(id, rules);
      if (!words) return [];
      const fault = {
        rule: 'schema' as const,
        ...words,
        path: [...path, id],
        part: 'key' as const,
      };
      return [valueDiagnostic(settingsRead.file, document, fault)];
    });
  });
}

function faultOf(
  id: string,
  rules: readonly Rule[],
): { message: string; help: string } | undefined {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const near = suggest(
      id,
      rules.map((one) => one.id),
    );
    return {
      message: `there is no rule \`${id.slice(0, 60)}\``,
      help: near ? `did you mean \`${near}\`?` : '`actionplan rules` lists them',
    };
  }
  if (rule.scope !== 'reading') return undefined;
  return {
    message: `\`${id}\` is always an error and cannot be set`,
    help: 'remove the line: a file that cannot be read cannot be checked',
  };
}
