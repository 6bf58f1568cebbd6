import type { Located } from './plan.ts';

/** A set of expectations that actions can serve. */
export interface Standards extends Located {
  readonly id: string;
  readonly title: string;
  readonly domains: readonly Domain[];
}

export interface Domain {
  readonly title: string;
  readonly questions: readonly Question[];
}

export interface Question {
  readonly title: string;
  readonly expectations: readonly Expectation[];
}

export interface Expectation extends Located {
  readonly id: string;
  readonly text: string;
}

/** Every expectation of a set, in its order. */
export function expectationsOf(standards: Standards): Expectation[] {
  return standards.domains.flatMap((domain) =>
    domain.questions.flatMap((question) => question.expectations),
  );
}
