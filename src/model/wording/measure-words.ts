const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** How often a thing is done: it can be checked for any interval that has passed. */
export const FREQUENCIES = set(
  'daily weekly fortnightly monthly bimonthly bi-monthly quarterly yearly annually annual biannual biannually bi-annual bi-annually six-monthly three-monthly twice-yearly half-yearly termly',
);

export const PERIODS = set(
  'day days week weeks month months quarter quarters year years shift shifts term working fortnight',
);

/** Words that say how much of a known whole: any one left out can be pointed at. */
export const COVERAGE = set('all each every everyone everybody nationwide nationally');

/** Wholes that say nothing by themselves: "all this", "all the time". */
export const NO_WHOLE = set(
  'of this that these those time it them at along possible appropriate necessary',
);

export const NUMBER_WORDS = set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred',
);

export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec',
);

/** Words whose number is a name: "section 47", "recommendation 4", "level 2". */
export const NUMBERED = set(
  'section sections s para paragraph paragraphs recommendation recommendations rec level levels part parts chapter article page version v phase stage tier category code codes wing band grade year annex appendix q standard procedure table figure concern core plus act regulation rule item no number id class and & 1983 £',
);

export const BACKGROUND_UNIT = set(
  'day days week weeks month months year years hour hours minutes monthly am pm',
);

/** Other words that a measure may begin with: "per month", "twice a year", "full coverage". */
export const OTHER_BEGINNINGS = set('per percent once twice full no');
