import { withSameId } from '../model/same-id.ts';
import type { Finding } from './rule.ts';

interface Named {
  readonly id: string;
  readonly file: string;
  at(key: string): Finding['at'];
}

/** A finding for each item whose id an earlier one has; empty ids are another rule's concern. */
export function* repeated(what: string, items: Iterable<Named>, field = 'id'): Generator<Finding> {
  for (const [item, first] of withSameId(items)) {
    const where = first.file === item.file ? 'above' : `in ${first.file}`;
    yield {
      at: item.at(field),
      message: `there is already ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} ${item.id} ${where}`,
      help: 'give one of the two another id',
    };
  }
}
