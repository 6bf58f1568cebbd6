import type { MeasureKind } from './measures.ts';

/** A stretch of the text that was read. */
export interface Span {
  readonly text: string;
  /** Offsets in the text; the end is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A word or phrase that promises less than it seems to, and what to write instead. */
export interface VagueSpan extends Span {
  readonly reason: string;
  readonly instead: string;
  /** Whether it takes the promise out of its clause, or only blurs it. */
  readonly governs: boolean;
  /** Whether it leaves open that anything is done at all: "as required". */
  readonly conditional: boolean;
}

/** A step that is done or not done: its verb and what it is done to, where that is named. */
export interface Step {
  readonly verb: Span;
  readonly product: Span | undefined;
  /** Whether it is still to be done by its wording: "will publish", "to publish", "publish". */
  readonly ahead: boolean;
  /** Which sentence of the text it stands in, from 0. */
  readonly sentence: number;
}

/** What a third party could check: a thing to ask for, a record left behind, or an amount. */
export interface Measure extends Span {
  readonly kind: 'artefact' | 'record' | MeasureKind;
}

/** What the wording of an action says, and what it leaves open. */
export interface Wording {
  /** Whether it names a step that is done or not done. */
  readonly specific: boolean;
  /** Whether it holds something that can be checked. */
  readonly measurable: boolean;
  /** What makes it specific. */
  readonly steps: readonly Step[];
  /** What makes it measurable. */
  readonly measures: readonly Measure[];
  /** What a reviewer would ask to have replaced, in the order of the text. */
  readonly vague: readonly VagueSpan[];
}
