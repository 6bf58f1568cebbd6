import type { Agreement, Status } from '../model/plan-file.ts';
import type { ProfileFile } from './profile.ts';

type Vocabulary = NonNullable<ProfileFile['words']>;

/** Why a cell is kept as it is whose word no profile knows. */
export const UNKNOWN_WORD = 'a word that is not known';

/** What a word of a table says: a value of the format, nothing that it knows, or it is not known. */
export type Meaning<T extends string> = T | 'none' | undefined;

/** A word is compared without regard to case, signs and doubled spaces; it must be all of them. */
function lookUp<T extends string>(
  words: Readonly<Record<string, T | 'none'>> | undefined,
  text: string,
): Meaning<T> {
  const wanted = plainWord(text);
  return Object.entries(words ?? {}).find(([word]) => plainWord(word) === wanted)?.[1];
}

export function agreementOf(vocabulary: Vocabulary | undefined, text: string): Meaning<Agreement> {
  return lookUp(vocabulary?.agreement, text);
}

export function statusOf(vocabulary: Vocabulary | undefined, text: string): Meaning<Status> {
  return lookUp(vocabulary?.status, text);
}

export function categoryOf(vocabulary: Vocabulary | undefined, text: string) {
  return lookUp(vocabulary?.category, text);
}

/**
 * Signs are part of a word: "complete?" and "complete (to be approved)" are not "complete". Programs
 * join words: InProgress.
 */
function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-\u2010-\u2015:]+/g, ' ')
    .trim()
    .replace(/\.$/, '');
}
