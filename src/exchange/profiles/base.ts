import { AGREEMENTS, REASON_CATEGORIES, STATUSES } from '../../model/plan-file.ts';
import type { BuiltInProfile } from '../profile.ts';

const own = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, word]));

/** The format's own words, and those that can mean nothing else. It holds for every import. */
export const base = {
  profile: 'base',
  title: "The format's own words",
  columns: { 'RAG (worked out)': 'rag' },
  words: {
    agreement: {
      ...own(AGREEMENTS),
      'partially agreed': 'partly-agreed',
      'agreed in part': 'partly-agreed',
      'part agreed': 'partly-agreed',
      disagreed: 'not-agreed',
    },
    status: {
      ...own(STATUSES),
      completed: 'complete',
      'not yet started': 'not-started',
      underway: 'in-progress',
      'under way': 'in-progress',
      'on hold': 'paused',
    },
    category: own(REASON_CATEGORIES),
  },
} as BuiltInProfile;
