import { isMap, isScalar, isSeq, type YAMLMap, type Node as YamlNode } from 'yaml';
import type { Fault } from './fault.ts';
import type { Entry, Node } from './node.ts';
import type { SourceText } from './text.ts';
import { Mapping, type Value } from './value.ts';

type MaybeNode = YamlNode | null | undefined;

/** The plain value of a node; keys given twice are faults, and the first one counts. */
export function toValue(node: MaybeNode, source: SourceText, faults: Fault[]): Value {
  if (isMap(node)) return toMapping(node, source, faults);
  if (isSeq(node)) return node.items.map((item) => toValue(item as YamlNode, source, faults));
  return isScalar(node) ? textOf(node.value) : '';
}

function toMapping(map: YAMLMap, source: SourceText, faults: Fault[]): Value {
  const mapping = new Mapping(map.range?.[0] ?? 0);
  for (const pair of map.items) {
    const key = pair.key as YamlNode;
    const name = isScalar(key) ? textOf(key.value) : '';
    const range = source.range(key.range?.[0] ?? 0, key.range?.[1] ?? 0);
    if (name === '<<') {
      faults.push({
        rule: 'yaml-plain',
        message: '`<<` is a merge key, which plan files do not use',
        help: 'write the fields out',
        range,
      });
    } else if (Object.hasOwn(mapping, name)) {
      faults.push({
        rule: 'yaml-unique-keys',
        message: `\`${name}\` is given twice here`,
        help: 'keep one of the two; if a new item of the list begins here, put `- ` before its first line',
        range,
      });
    } else {
      mapping[name] = toValue(pair.value as MaybeNode, source, faults);
    }
  }
  return mapping;
}

/** The positions of a node and the nodes in it; of one that is missing, where it would be. */
export function toPositions(node: MaybeNode, at = 0): Node {
  const [start, end] = node?.range ?? [at, at];
  if (isMap(node)) {
    const entries = node.items.map((pair): Entry => {
      const key = pair.key as YamlNode;
      const [keyStart, keyEnd] = key.range ?? [start, start];
      const name = isScalar(key) ? textOf(key.value) : '';
      const value = toPositions(pair.value as MaybeNode, keyEnd);
      return { name, start: keyStart, end: keyEnd, value };
    });
    return { kind: node.flow || entries.length === 0 ? 'flow' : 'block', start, end, entries };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => toPositions(item as MaybeNode, end));
    return { kind: node.flow || items.length === 0 ? 'flow' : 'block', start, end, items };
  }
  return { kind: isEmpty(node) ? 'empty' : 'text', start, end };
}

/** Whether nothing is written where a value could be. */
export function isEmpty(node: MaybeNode): boolean {
  return !node || (isScalar(node) && textOf(node.value) === '' && node.type === 'PLAIN');
}

/** Under the failsafe schema every scalar is text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
