import { expect, it } from 'vitest';
import { remembered } from '../../src/model/remembered.ts';

function counting() {
  const asked: string[] = [];
  const answer = remembered((text) => {
    asked.push(text);
    return text.length;
  });
  return { asked, answer };
}

it('a short text is worked out once', () => {
  const { asked, answer } = counting();
  expect([answer('2022-06-30'), answer('2022'), answer('2022-06-30')]).toEqual([10, 4, 10]);
  expect(asked).toEqual(['2022-06-30', '2022']);
});

it('a long one each time, so that none is kept', () => {
  const { asked, answer } = counting();
  const kept = 'x'.repeat(12);
  const long = 'x'.repeat(13);
  for (const text of [kept, kept, long, long]) answer(text);
  expect(asked).toEqual([kept, long, long]);
});

it('however many there are, no more than 5,000 are kept', () => {
  const { asked, answer } = counting();
  for (let number = 0; number < 5000; number += 1) answer(String(number));
  answer('0');
  expect(asked).toHaveLength(5000);
  // One more, and all are forgotten.
  answer('5000');
  answer('0');
  answer('0');
  expect(asked.slice(5000)).toEqual(['5000', '0']);
});
