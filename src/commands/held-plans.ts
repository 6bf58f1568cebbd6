import type { Place } from '../model/diagnostic.ts';
import { SPARED_NONE, type Spared } from '../model/portfolio.ts';
import { narrows } from '../reports/narrow.ts';
import type { Question, Shows } from '../reports/report.ts';
import { sparePlan } from '../reports/spare.ts';
import type { Keep, Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';

/**
 * What a report holds of thousands of plans until all are read: of a list the actions that it shows,
 * and else the plans; of the texts of files nothing but the lines of actions.
 */
export class HeldPlans {
  /** What is counted of the actions that are not held. */
  spared: Spared = SPARED_NONE;
  /** By file: the line of each action by its id and place in the plan. */
  readonly #lines = new Map<string, ReadonlyMap<string, number>>();
  readonly keep: Keep;

  /** `list` tells what a list shows; without it, all is held. */
  constructor(question: Question, list: Shows | undefined) {
    // What there is to narrow by is known only of whole plans.
    const shows = narrows(question.narrowing) ? undefined : list;
    const reduced = ({ plan, file, document }: FileRead): Partial<FileRead> => {
      if (!plan || !document) return {};
      const rest = shows && sparePlan(plan, question, shows, this.spared);
      if (rest) this.spared = rest.spared;
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
        const { value: _value, ...rest } = read;
        return { ...rest, ...reduced(read), document: undefined };
      },
    };
  }

  lineOf({ file, path }: Place, { files }: Loaded): number {
    const known = this.#lines.get(file)?.get(path.join());
    return known ?? files.find((one) => one.file === file)?.document?.lineOf(path) ?? 1;
  }
}
