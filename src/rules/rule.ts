import type { Day } from '../model/day.ts';
import type { Place, Severity } from '../model/diagnostic.ts';
import type { Edit } from '../model/edit.ts';
import type { Plan } from '../model/plan.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { RuleLevel } from '../model/settings-file.ts';

/** The headings of the rule list, in its order. */
export const RULE_GROUPS = [
  'Reading',
  'The response',
  'Actions: owner and SMART',
  'Dates and progress',
  'Identity and references',
  'Waivers',
] as const;

export type RuleGroup = (typeof RULE_GROUPS)[number];

/** What a rule says: where, what is wrong and the way out. Never how it is printed. */
export interface Finding {
  readonly at: Place;
  readonly message: string;
  readonly help?: string;
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
  /** Where it comes from, where that is a document. */
  readonly source?: string;
  /** Files that break it, and files that keep it: its first tests and its page. */
  readonly examples: { readonly bad: Example; readonly good: Example };
}

/** Checks one plan by itself. */
export interface PlanRule extends RuleFacts {
  readonly scope: 'plan';
  check(context: {
    readonly plan: Plan;
    readonly portfolio: Portfolio;
    /** The day of validation. */
    readonly asOf: Day;
  }): Iterable<Finding>;
}

/** Checks across files; silent while any file is unreadable, so that one fault does not cascade. */
export interface PortfolioRule extends RuleFacts {
  readonly scope: 'portfolio';
  check(context: { readonly portfolio: Portfolio; readonly asOf: Day }): Iterable<Finding>;
}

/** A rule whose findings are made while reading (`reading`) or while waiving (`waivers`). */
export interface BuiltInRule extends RuleFacts {
  readonly scope: 'reading' | 'waivers';
}

export type Rule = PlanRule | PortfolioRule | BuiltInRule;

/** Names a rule's parts; the type says what is missing. */
export function defineRule<R extends Rule>(rule: R): R {
  return rule;
}
