import type { Day } from '../model/day.ts';
import type { PlanRule, Rule } from '../rules/rule.ts';
import { cutTexts } from '../source/cut-text.ts';
import type { FileRead } from '../source/read-file.ts';
import type { Settings } from '../source/settings.ts';
import { readWaivers, type Waiver } from '../source/waiver.ts';
import { whereabouts } from '../source/whereabouts.ts';
import type { Found } from './found.ts';
import { foundBy, levelOf } from './level.ts';

/** A waiver with the plan and item it stands at. */
export interface PlacedWaiver extends Waiver {
  readonly plan: string | null;
  readonly item: string | null;
}

/** What can be said of a file without looking at any other. */
export interface Checked {
  readonly found: readonly Found[];
  readonly waivers: readonly PlacedWaiver[];
}

export interface FileOptions {
  readonly asOf: Day;
  readonly only?: ReadonlySet<string> | undefined;
}

/** Applies the rules for single plans to a file. */
export function checkFile(
  read: FileRead,
  settings: Settings,
  rules: readonly Rule[],
  { asOf, only }: FileOptions,
): Checked {
  const { plan, document, file } = read;
  const found: Found[] = [];
  const cuts = document && plan ? cutTexts(file, document) : [];
  for (const rule of plan && document ? rules : []) {
    if (!isOfPlans(rule) || (only && !only.has(rule.id))) continue;
    const level = levelOf(rule, file, settings, only);
    if (level === 'off' || !plan) continue;
    for (const finding of rule.check({ plan, cuts, asOf })) {
      const one = foundBy(rule, finding, read, settings, level);
      if (one) found.push(one);
    }
  }
  const waivers = document
    ? readWaivers(document).map((waiver) => ({
        ...waiver,
        ...whereabouts(document.value, waiver.path ?? []),
      }))
    : [];
  return { found, waivers };
}

function isOfPlans(rule: Rule): rule is PlanRule {
  return rule.scope === 'plan';
}
