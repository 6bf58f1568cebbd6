import {
  type CommentLayout,
  columnOf,
  type DocumentLayout,
  type Entry,
  type Layout,
  lineStart,
} from './layout.ts';

/** A comment with the empty line before it, if there is one. */
export interface Remark {
  readonly text: string;
  readonly blankBefore: boolean;
  /** Whether it is seen at a glance that it is no part of the text before it. */
  readonly setOff: boolean;
}

/** The comments of an entry, which go where it goes. */
export interface Remarks {
  /** On lines of their own above it. */
  readonly above: Remark[];
  /** At the end of its line. */
  readonly beside: Remark[];
  /** On lines of their own below it, further in than what follows. */
  readonly below: Remark[];
  /** Whether an empty line stands right above it. */
  readonly blankBefore: boolean;
}

/** Which comments belong to which entry; those that belong to none are of the file's end. */
export interface Attached {
  of(entry: Entry): Remarks;
  readonly atEnd: readonly Remark[];
}

interface Place {
  readonly entry: Entry;
  readonly parent: Place | undefined;
  /** The collection it stands in, where that is in brackets. */
  readonly flow: Layout | undefined;
}

/** Finds out what each comment speaks of, by where it stands. */
export function attachComments(layout: DocumentLayout): Attached {
  const { text } = layout;
  const places = placesOf(layout.root);
  const remarks = new Map<Entry, Remarks>();
  const of = (entry: Entry): Remarks => {
    const known = remarks.get(entry);
    if (known) return known;
    const made = { above: [], beside: [], below: [], blankBefore: isBlankAbove(text, entry.start) };
    remarks.set(entry, made);
    return made;
  };
  const atEnd: Remark[] = [];
  for (const comment of layout.comments) {
    const remark = {
      text: text.slice(comment.start, comment.end).trimEnd(),
      blankBefore: comment.alone && isBlankAbove(text, comment.start),
      setOff: /(?:\s\s|["'\]}]\s)$/.test(text.slice(Math.max(0, comment.start - 2), comment.start)),
    };
    const next = places.findIndex(({ entry }) => entry.start > comment.start);
    const before = outOfBrackets(places[next < 0 ? places.length - 1 : next - 1], comment);
    const after = next < 0 ? undefined : places[next];
    if (!comment.alone && before) {
      const { above, beside } = of(before.entry);
      // One line has room for one comment.
      (beside.length === 0 ? beside : above).push(remark);
    } else {
      const holder = before && holderBelow(text, comment, before, after);
      if (holder) of(holder.entry).below.push(remark);
      else if (after) of(after.entry).above.push(remark);
      else atEnd.push(remark);
    }
  }
  return { of, atEnd };
}

/** Every entry in the order of the text. */
function placesOf(root: Layout | undefined): Place[] {
  const places: Place[] = [];
  const visit = (node: Layout | undefined, parent: Place | undefined): void => {
    if (!node || node.kind === 'text') return;
    for (const entry of node.entries) {
      const place = { entry, parent, flow: node.flow ? node : undefined };
      places.push(place);
      visit(entry.value, place);
    }
  };
  visit(root, undefined);
  return places;
}

/** What closes before the comment begins is not what it speaks of: `owner: [a, b] # why`. */
function outOfBrackets(place: Place | undefined, comment: CommentLayout): Place | undefined {
  let at = place;
  while (at?.flow && at.flow.end <= comment.start) at = at.parent;
  return at;
}

/**
 * The entry a comment of its own line stands under, where it stands further in than what follows:
 * it then closes that entry, and does not open the next.
 */
function holderBelow(
  text: string,
  comment: CommentLayout,
  before: Place,
  after: Place | undefined,
): Place | undefined {
  for (let at = after?.parent; at; at = at.parent) if (at === before) return undefined;
  const column = columnOf(text, comment.start);
  if (before.flow) return after?.flow === before.flow ? undefined : before;
  if (after && column <= columnOf(text, after.entry.start)) return undefined;
  if (!after && column === 0) return undefined;
  let holder: Place | undefined = before;
  while (holder && columnOf(text, holder.entry.start) > column) holder = holder.parent;
  return holder;
}

function isBlankAbove(text: string, offset: number): boolean {
  const start = lineStart(text, offset);
  if (text.slice(start, offset).trim() !== '' || start === 0) return false;
  return text.slice(lineStart(text, start - 1), start - 1).trim() === '';
}
