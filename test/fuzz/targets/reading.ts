import { expect } from 'vitest';
import { isFault, parseDate } from '../../../src/model/date.ts';
import { parseTarget } from '../../../src/model/target.ts';
import { readWording } from '../../../src/model/wording/read-wording.ts';
import { decode } from '../../../src/source/decode.ts';
import { YamlDocument } from '../../../src/source/document.ts';
import { readPlain } from '../../../src/source/plain-yaml.ts';
import { SourceText } from '../../../src/source/text.ts';
import { sameAnswers } from '../../support/answers.ts';
import { lexemesOf } from '../../support/lexemes.ts';
import { ownFiles } from '../../support/yaml-texts.ts';
import { inside } from '../expectations.ts';
import { yamlSeeds } from '../seeds.ts';
import type { Target } from '../target.ts';

/** Words of plans, a line each, and dates as people write them. */
const words = [...ownFiles.values()]
  .flatMap((text) => [
    ...text.matchAll(/^ +(?:action|target|date|measure): (?:>-\n)?(.+(?:\n {12,}.+)*)/gm),
  ])
  .map(([, text = '']) => text.replace(/\n +/g, ' '));
const chunks = Array.from({ length: Math.ceil(words.length / 8) }, (_, at) =>
  Buffer.from(words.slice(8 * at, 8 * at + 8).join('\n')),
);

export const readingTargets: readonly Target[] = [
  {
    id: 'read-yaml',
    promises:
      'both readers give the same values, comments and places; faults are places in the file',
    ending: 'yaml',
    seeds: [...yamlSeeds('plan'), ...yamlSeeds('settings')],
    check(input) {
      const source = decode(input);
      if (!(source instanceof SourceText)) return;
      const { text } = source;
      if (sameAnswers(text)) {
        expect(readPlain(text)?.lexemes).toBeGreaterThanOrEqual(lexemesOf(text));
      }
      const document = new YamlDocument(source);
      for (const { range } of document.faults) inside(text, range.start, range.end);
      for (const { range } of document.comments) inside(text, range.start, range.end);
    },
  },
  {
    id: 'read-wording',
    promises: 'an action is read in any words; what is found stands in its text, twice the same',
    ending: 'txt',
    seeds: chunks,
    check(input) {
      for (const line of Buffer.from(input).toString().split('\n')) {
        const { specific, measurable, steps, measures, vague } = readWording(line);
        const again = readWording(line);
        expect([specific, measurable]).toEqual([steps.length > 0, measures.length > 0]);
        expect([again.steps, again.measures, again.vague]).toEqual([steps, measures, vague]);
        for (const { start, end, text } of vague) expect(line.slice(start, end)).toBe(text);
      }
    },
  },
  {
    id: 'read-dates',
    promises: 'a date or target is days in order, or a fault that offers only what can be read',
    ending: 'txt',
    seeds: chunks,
    check(input) {
      for (const line of Buffer.from(input).toString().split('\n')) {
        const target = parseTarget(line);
        if (!isFault(target)) {
          const { first, due } = target;
          if (first !== null && due !== null) expect(first <= due).toBe(true);
        } else if (target.fix !== undefined) expect(isFault(parseTarget(target.fix))).toBe(false);
        const date = parseDate(line);
        if (!isFault(date)) expect(date.first <= date.day).toBe(true);
        else if (date.fix !== undefined) expect(isFault(parseDate(date.fix))).toBe(false);
      }
    },
  },
];
