import type { Values } from './portfolios.ts';
import type { Json } from './values.ts';

/** Chances that a seed decides (mulberry32): each call gives a number below a limit. */
export function chances(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Chance = ReturnType<typeof chances>;

function inAnyOrder<T>(list: readonly T[], chance: Chance): T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(chance(rest.length), 1));
}

/** Lists whose order says nothing, wherever they stand in a plan. */
const UNORDERED = new Set(['recommendations', 'actions']);

/** A value with its keys in another order, but for the first of a file, which says its kind. */
function shuffledValue(value: Json, chance: Chance, field = '', top = true): Json {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) {
    const items = value.map((one) => shuffledValue(one, chance, '', false));
    return UNORDERED.has(field) ? inAnyOrder(items, chance) : items;
  }
  const keys = Object.keys(value);
  const order = top
    ? [...keys.slice(0, 1), ...inAnyOrder(keys.slice(1), chance)]
    : inAnyOrder(keys, chance);
  return Object.fromEntries(
    order.map((key) => [key, shuffledValue(value[key] ?? '', chance, key, false)]),
  );
}

/** The same plans in files of other names and folders, with all that has no order in another one. */
export function shuffled(files: Values, seed: number): Values {
  const chance = chances(seed);
  const paths = inAnyOrder(Object.keys(files), chance);
  return Object.fromEntries(
    paths.map((path, at) => [
      path.endsWith('actionplan.yaml') ? path : `${['', 'a/', 'z/b/'][chance(3)]}f${at}.yaml`,
      shuffledValue(files[path] ?? '', chance),
    ]),
  );
}
