import type { Place } from '../model/diagnostic.ts';
import type { Keep, Loaded } from '../source/load.ts';
import type { FileRead } from '../source/read-file.ts';

/**
 * The lines of actions, which is all that reports ask of a file once its plan is built: then its
 * text and values need not be held, of which thousands of plans have many.
 */
export class ActionLines {
  /** By file: of each recommendation, the line of each action. */
  readonly #lines = new Map<string, readonly (readonly number[])[]>();

  readonly keep: Keep = {
    done: (read) => {
      // What has faults is told with its lines, or may be looked at for what it was meant to be.
      if (!read.plan || !read.document || read.diagnostics.length > 0) return read;
      const { document, file, plan } = read;
      const lines = plan.recommendations.map(({ actions }) =>
        actions.map((action) => document.lineOf(action.path)),
      );
      this.#lines.set(file, lines);
      const { value: _, ...rest } = read;
      return { ...rest, document: undefined } satisfies FileRead;
    },
  };

  lineOf({ file, path }: Place, { files }: Loaded): number {
    const [, recommendation, , action] = path;
    const known = this.#lines.get(file)?.[Number(recommendation)]?.[Number(action)];
    return known ?? files.find((one) => one.file === file)?.document?.lineOf(path) ?? 1;
  }
}
