import type { Place } from '../model/diagnostic.ts';
import { SPARED_NONE, type Spared } from '../model/portfolio.ts';
import { narrows } from '../reports/narrow.ts';
import type { Question, Shows } from '../reports/report.ts';
import { addSpared, sparePlan } from '../reports/spare.ts';
import type { Keep, Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';
import { doubledWithin } from './doubled-ids.ts';

/**
 * What a report holds of thousands of plans until all are read: of a list the actions that it shows,
 * and else the plans; of the texts of files nothing but the lines of actions.
 */
export class HeldPlans {
  /** By file: what is counted of the actions that are not held. */
  readonly #spared = new Map<string, Spared>();
  /** By file: the line of each action by its id and place in the plan. */
  readonly #lines = new Map<string, ReadonlyMap<string, number>>();
  readonly keep: Keep;

  /** `list` tells what a list shows; without it, all is held. */
  constructor(question: Question, list: Shows | undefined) {
    // What there is to narrow by is known only of whole plans.
    const shows = narrows(question.narrowing) ? undefined : list;
    const reduced = ({ plan, file, document }: FileRead): Partial<FileRead> => {
      if (!plan || !document) return {};
      const rest = shows && sparePlan(plan, question, shows);
      if (rest) this.#spared.set(file, rest.spared);
      const held = rest?.plan ?? plan;
      const lines = held.recommendations.flatMap(({ actions }) =>
        actions.map(({ path }) => [path.join(), document.lineOf(path)] as const),
      );
      this.#lines.set(file, new Map(lines));
      return { plan: held };
    };
    this.keep = {
      done: (read, _, asked) => {
        // What has faults is told with its lines, or may be looked at for what it was meant to be.
        if (!asked || !read.plan || read.diagnostics.length > 0) return read;
        const lineOf = ({ path }: Place) => read.document?.lineOf(path) ?? 1;
        if (doubledWithin(read.plan, lineOf) !== undefined) return read;
        const { value: _value, ...rest } = read;
        return { ...rest, ...reduced(read), document: undefined };
      },
    };
  }

  /** What is counted of the actions that are not held, without the files that are left out. */
  spared(leftOut: ReadonlyMap<string, string>): Spared {
    let sum = SPARED_NONE;
    for (const [file, spared] of this.#spared) if (!leftOut.has(file)) sum = addSpared(sum, spared);
    return sum;
  }

  lineOf({ file, path }: Place, { files, context }: Loaded): number {
    const known = this.#lines.get(file)?.get(path.join());
    if (known !== undefined) return known;
    const read = [files, context].flatMap((all) => all.find((one) => one.file === file) ?? [])[0];
    return read?.document?.lineOf(path) ?? 1;
  }
}
