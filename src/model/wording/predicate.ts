import type { Standing } from './grammar.ts';
import type { Needs } from './step-verbs.ts';
import type { VagueVerbs } from './vague-words.ts';
import type { Form } from './verb-forms.ts';

/** A verb with what is said of it: "will be published", "to review", "continues to". */
export interface Predicate {
  readonly lemma: string;
  /** The words it covers with its particle, the first and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Where its subject begins, and where its first auxiliary stands. */
  readonly subject: number;
  readonly head: number;
  readonly passive: boolean;
  readonly negative: boolean;
  readonly standing: Standing;
  readonly form: Form;
  readonly vague: VagueVerbs | undefined;
  readonly needs: readonly Needs[];
  readonly passingOn: boolean;
  readonly together: boolean;
  /** Whether it is still to be done: "will publish", "to publish", "publish". */
  readonly ahead: boolean;
  /** Whether others are asked to do it, so that it may not be done. */
  readonly asked: boolean;
  /** The vague verb or remark that takes the promise out of it. */
  readonly governor: Predicate | 'remark' | undefined;
}
