import { createHash } from 'node:crypto';
import type { Diagnostic } from '../model/diagnostic.ts';

/** In findings about a change: "at line 12 of plans/x.yaml in main". */
const WHERE_IT_WAS = /\bat line \d+ of .*? in .*?(?=: "|$)/s;

/**
 * One mark for each finding by which a service knows it again in the next run: of its rule, plan,
 * item and message, so that it stays when lines shift, on either side of a change, or a file is
 * renamed. What is in no plan goes by its file. Findings that are alike in all of these are numbered in their order.
 */
export function fingerprints(diagnostics: readonly Diagnostic[]): string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, plan, file, item, message }) => {
    const lasting = message.replace(WHERE_IT_WAS, '');
    const key = JSON.stringify([rule, plan === null ? { file } : plan, item, lasting]);
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return createHash('sha256').update(`${key}\n${number}`).digest('hex').slice(0, 32);
  });
}
