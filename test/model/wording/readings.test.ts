import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deliverables, isSeveral } from '../../../src/model/wording/deliverables.ts';
import { readWording } from '../../../src/model/wording/read-wording.ts';
import type { Span } from '../../../src/model/wording/wording.ts';
import { labelledSentences } from '../../support/labelled-sentences.ts';
import { validPlans } from '../../support/valid-plans.ts';

const FILE = join(import.meta.dirname, 'readings.txt');
const update = process.env['UPDATE_GOLDEN'] === '1';

function at(span: Span | undefined, text: string): string {
  if (!span) return '–';
  expect(text.slice(span.start, span.end)).toBe(span.text);
  return `${span.text.replace(/\s+/g, ' ')}@${span.start}`;
}

/** All that is read of a text, a line for each kind of thing. */
function reading(text: string): string {
  const wording = readWording(text);
  const { specific, measurable, steps, measures, vague } = wording;
  const lines = [
    `${specific ? 'specific' : 'not specific'}, ${measurable ? 'measurable' : 'not measurable'}: ${JSON.stringify(text)}`,
    ...steps.map(
      (step) =>
        `  step ${at(step.verb, text)} → ${at(step.product, text)}${step.ahead ? ' ahead' : ''} in ${step.sentence}`,
    ),
    ...measures.map((one) => `  ${one.kind} ${at(one, text)}`),
    ...vague.map(
      (one) =>
        `  vague ${at(one, text)}${one.governs ? ' governs' : ''}${one.conditional ? ' conditional' : ''}: ${one.reason}`,
    ),
  ];
  if (isSeveral(text, deliverables(wording))) lines.push('  several steps');
  return `${lines.join('\n')}\n`;
}

/** Sentences by the hundred: what is labelled, every action of the plans, and short ones of every build. */
function sentences(): string[][] {
  const labelled = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => labelledSentences(name).map(({ text }) => text));
  const actions = validPlans().flatMap((plan) =>
    plan.recommendations.flatMap((one) => one.actions.map(({ action }) => action)),
  );
  const edges = readFileSync(join(import.meta.dirname, 'edges.txt'), 'utf8')
    .trim()
    .split('\n');
  const all = [...new Set([...labelled, ...actions, ...edges])];
  return Array.from({ length: Math.ceil(all.length / 100) }, (_, index) =>
    all.slice(index * 100, index * 100 + 100),
  );
}

/**
 * Which words are taken for what. Labels say only whether the answer is right; a change of the
 * reader shows here in every reading that it changes. `npm run golden` rewrites the file: read the
 * difference before you commit it.
 */
describe('the reading of every sentence there is', () => {
  const parts = sentences().map((texts, index) => [index, texts] as const);
  const mark = (index: number) => `# ${index}\n`;

  if (update) {
    writeFileSync(
      FILE,
      parts.map(([index, texts]) => mark(index) + texts.map(reading).join('')).join(''),
    );
  }
  const kept = readFileSync(FILE, 'utf8').split(/^# \d+\n/m);

  it('covers hundreds of them', () => {
    expect(parts.flatMap(([, texts]) => texts).length).toBeGreaterThan(500);
    expect(kept).toHaveLength(parts.length + 1);
  });

  it.each(parts)('in part %i is as it was', (index, texts) => {
    expect(texts.map(reading).join('')).toBe(kept[index + 1]);
  });
});
