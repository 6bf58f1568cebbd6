import type { Change } from '../changes/change.ts';
import type { SettingsChange } from '../changes/settings-change.ts';
import type { Day } from '../model/day.ts';
import type { Path, Place, Severity } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import type { Plan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { RuleLevel } from '../model/settings-file.ts';
import type { Unread } from '../model/unread.ts';

/** The headings of the rule list, in its order. */
export const RULE_GROUPS = [
  'Reading',
  'The response',
  'Actions: owner and SMART',
  'Dates and progress',
  'Identity and references',
  'Changes',
  'Waivers',
] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

/** What a rule says: where, what is wrong and the way out. Never how it is printed. */
export interface Finding {
  readonly at: Place;
  readonly message: string;
  readonly help?: string;
  /** What it is about, where that is not what stands at the place: something that is gone. */
  readonly about?: { readonly plan: string; readonly item: string | null };
  /** The field that is missed, where the place is another: a fault of reading there says it all. */
  readonly lacks?: Path;
  /** Where one finding counts less than the rule's own severity. */
  readonly severity?: Severity;
  /** What `validate --fix` does about it, where that is certain to be what is meant. */
  readonly fix?: Edit | undefined;
}

/** One file's text, or several by name: `owners.yaml`, `a.yaml`. A single one is `plan.yaml`. */
export type Example = string | Readonly<Record<string, string>>;

interface RuleFacts {
  /** The id everyone relies on: in output, settings, waivers, the page's name. */
  readonly id: string;
  readonly group: RuleGroup;
  /** How much it counts unless settings say otherwise. */
  readonly severity: RuleLevel;
  /** What is true when all is well, in one sentence. */
  readonly summary: string;
  /** Why it matters, for the analyst who meets it. */
  readonly why: string;
  /** What `validate --fix` does about it, where it can without guessing. */
  readonly repair?: string;
  /** Where it comes from, where that is a document. */
  readonly source?: string;
  /** Files that break it, and files that keep it: its first tests and its page. */
  readonly examples: {
    /** For a rule of changes: what was there before. */
    readonly before?: Example;
    readonly bad: Example;
    readonly good: Example;
  };
  /** False where a comment in the file it speaks of must not silence it. */
  readonly waivable?: false;
}

/** A text of a plan that ends at a comment which looks like a part of it. */
export interface CutText {
  readonly at: Place;
  readonly lost: string;
}

/** Checks one plan by itself. */
export interface PlanRule extends RuleFacts {
  readonly scope: 'plan';
  check(context: {
    readonly plan: Plan;
    readonly cuts: readonly CutText[];
    /** The day of validation. */
    readonly asOf: Day;
  }): Iterable<Finding>;
}

/** Checks across files; says only what holds whatever was not read, so that one fault does not cascade. */
export interface PortfolioRule extends RuleFacts {
  readonly scope: 'portfolio';
  /** What it cannot say because of what was not read: all of it, and then it does not run, or some. */
  limit(unread: Unread, portfolio: Portfolio): 'silent' | 'in part' | undefined;
  check(context: {
    readonly portfolio: Portfolio;
    readonly asOf: Day;
    readonly unread: Unread;
  }): Iterable<Finding>;
}

/** Checks what a change does to commitments; only where a base is given to compare with. */
export interface ChangeRule extends RuleFacts {
  readonly scope: 'change';
  check(context: {
    readonly changes: readonly Change[];
    /** What the change does to the checks themselves. */
    readonly settings: readonly SettingsChange[];
    readonly portfolio: Portfolio;
    readonly asOf: Day;
    /** The old place of a change in words: "line 12 of plans/x.yaml in main". */
    readonly whereWas: (change: Change) => string;
  }): Iterable<Finding>;
}

/** A rule whose findings are made while reading (`reading`) or while waiving (`waivers`). */
export interface BuiltInRule extends RuleFacts {
  readonly scope: 'reading' | 'waivers';
}

export type Rule = PlanRule | PortfolioRule | ChangeRule | BuiltInRule;

/** Names a rule's parts; the type says what is missing. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
