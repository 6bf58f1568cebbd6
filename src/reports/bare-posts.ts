import { compareText } from '../model/diagnostic.ts';
import { spelling } from '../model/owner.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { ActionRow } from './action-row.ts';

const POST =
  /\b(?:adviser|advisor|chair(?:man|person|woman)?|chief|commissioner|co-?ordinator|director|governor|head|lead|manager|minister|officer|president|secretary|superintendent)\b/i;

/** More names than this are no help. */
const MOST_NAMED = 5;

/**
 * What to say where owners are counted by organisation and some read like a post alone: "Head of
 * Custody" then stands where an organisation would, since nothing says whose post it is.
 */
export function barePosts(rows: readonly ActionRow[], { owners }: Portfolio): string[] {
  const listed = new Set(owners?.organisations.map(({ name }) => spelling(name)));
  const names = new Map<string, string>();
  for (const { id, role, organisation } of rows.flatMap((row) => row.owners)) {
    const key = spelling(organisation);
    if (id !== null || role !== null || listed.has(key) || !POST.test(organisation)) continue;
    if (!names.has(key)) names.set(key, organisation);
  }
  if (names.size === 0) return [];
  const all = [...names.values()].sort(compareText);
  const more = all.length - MOST_NAMED;
  const named = `${all.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return [
    `owners written without an organisation stand in place of one: ${named} (write "Organisation: Post", or list them in an owners file)`,
  ];
}
