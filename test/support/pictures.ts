import { join } from 'node:path';
import { Parser } from 'saxen';
import type { Portfolio } from '../../src/model/portfolio.ts';
import {
  ageOfOverdue,
  burnUp,
  type Chart,
  overdueByOwner,
  ragByOrganisation,
  ragByPlan,
  timeline,
} from '../../src/publish/charts/index.ts';
import { widthOf } from '../../src/render/charts/text.ts';
import { load } from '../../src/source/load.ts';
import { workingTree } from '../../src/source/working-tree.ts';

export const realPortfolio = load(
  workingTree(join(import.meta.dirname, '../..')),
  ['plans'],
  {},
).portfolio;

/** Every picture of some plans on a day, as a page may have them all. */
export function chartsOf(portfolio: Portfolio, day: string): Chart[] {
  const of = (organisation: string) => ({
    narrowing: { organisation: [organisation] },
    name: organisation,
  });
  return [
    burnUp(portfolio, day),
    ragByPlan(portfolio, day),
    ragByOrganisation(portfolio, day),
    overdueByOwner(portfolio, day),
    ageOfOverdue(portfolio, day),
    ...['MoJ', 'NHS England'].map((one) => burnUp(portfolio, day, of(one))),
    ...portfolio.plans.map((plan) => timeline(plan, day)),
  ].filter((chart) => chart !== null);
}

export interface Shape {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** One drawing of a picture: the size of its box and all in it. */
export interface Drawn {
  readonly layout: string;
  readonly width: number;
  readonly height: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly shapes: Shape[];
}

/** The drawings of a picture, read as XML; throws where it is none. */
export function drawingsOf({ svg }: Pick<Chart, 'svg'>): Drawn[] {
  const drawings: Drawn[] = [];
  const open: Shape[] = [];
  const parser = new Parser();
  const fail = (error: Error | string) => {
    throw new Error(`no XML: ${error}`);
  };
  parser.on('error', fail);
  parser.on('openTag', (name, attributesOf, decode) => {
    const attributes = Object.fromEntries(
      Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]),
    );
    open.push({ name, attributes, text: '' });
    if (name === 'svg') {
      const box = (attributes['viewBox'] ?? '').split(' ').map(Number);
      const [, , width = Number.NaN, height = Number.NaN] = box;
      const layout = attributes['class'] ?? '';
      drawings.push({ layout, width, height, attributes, shapes: [] });
    }
  });
  parser.on('text', (text, decode) => {
    const inside = open.at(-1);
    if (inside) inside.text += decode(text);
  });
  parser.on('closeTag', (name) => {
    const shape = open.pop();
    if (shape?.name !== name) fail(`</${name}> closes ${shape?.name}`);
    if (shape && !['svg', 'div'].includes(name)) drawings.at(-1)?.shapes.push(shape);
  });
  parser.parse(svg);
  if (open.length > 0) fail('something is not closed');
  return drawings;
}

/** From where to where a shape reaches. */
export type Reach = readonly [left: number, top: number, right: number, bottom: number];

/** How far a shape of a drawing reaches; undefined for what is not drawn. Lines have no thickness here. */
export function reachOf({ name, attributes, text }: Shape): Reach | undefined {
  const number = (key: string) => Number(attributes[key] ?? Number.NaN);
  switch (name) {
    case 'rect':
      return [
        number('x'),
        number('y'),
        number('x') + number('width'),
        number('y') + number('height'),
      ];
    case 'circle':
      return [
        number('cx') - number('r'),
        number('cy') - number('r'),
        number('cx') + number('r'),
        number('cy') + number('r'),
      ];
    case 'text': {
      const width = widthOf(text, 'font-weight' in attributes);
      const before = { middle: 0.5, end: 1 }[attributes['text-anchor'] ?? ''] ?? 0;
      const left = number('x') - before * width;
      return [left, number('y') - 12, left + width, number('y') + 4];
    }
    case 'path': {
      const points = pointsOf(attributes['d'] ?? '');
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
    }
    default:
      return undefined;
  }
}

/** The points of a path of straight lines. */
function pointsOf(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const [a = Number.NaN, b = Number.NaN] = rest.trim().split(/\s+/).map(Number);
    if (command === 'M' || command === 'L') [x, y] = [a, b];
    else if (command === 'l') [x, y] = [x + a, y + b];
    else if (command === 'H') x = a;
    else if (command === 'h') x += a;
    else if (command === 'V') y = a;
    else if (command === 'v') y += a;
    else if (command !== 'Z') throw new Error(`an unknown command ${command} in ${path}`);
    points.push([x, y]);
  }
  return points;
}
