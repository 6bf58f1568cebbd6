/** The closed classes of English words by which the parts of a sentence are told apart. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const MODALS = set('will shall must should would');
export const POSSIBLE = set('can could may might cannot');
export const BE = set('is are was were be been being am');
export const FINITE_BE = set('is are was were');
export const HAVE = set('has have had');
export const NOT = set('not never no');

export const DETERMINERS = set(
  'a an the this that these those its their our his her your any some each every all no both several many more most further new newly existing current revised updated refreshed dedicated specific such other one two three',
);

export const PREPOSITIONS = set(
  'of for in on at by with from to into as about around within across through under over between via including than per against upon',
);

export const JOINING = set('and or & / then nor plus');

/** Phrases that stand at the head of a sentence before its subject begin so. */
export const OPENINGS = set(
  'to in following as through drawing since from by for at upon building working on alongside with under linked over during within given after once when if where further due',
);

/** How a verb stands in its sentence; only what is said outright counts as a promise. */
export type Standing = 'main' | 'relative' | 'content' | 'means' | 'purpose' | 'aside';

/** Words that open a clause of its own, and how the verb of that clause stands. */
export const SUBORDINATORS: ReadonlyMap<string, Standing> = new Map([
  ...[...set('which who whom whose whereby')].map((word) => [word, 'relative'] as const),
  ...[
    ...set(
      'how whether if what why when where while whilst because once until unless although though so before after',
    ),
  ].map((word) => [word, 'aside'] as const),
]);

/** Verbs whose "that" clause says what will be so. */
export const WITH_CONTENT = set('ensure propose confirm require recommend agree mandate specify');

/** Verbs as often met as nouns: verbs only where a verb is due. */
export const OFTEN_NOUNS = set(
  'review plan report audit record process support focus form set pilot use work train contact brief map test survey share issue present design draft launch change update refresh release link flag lead need aim benefit impact measure monitor research request approach address target contract rollout roll-out transfer visit document close open end start fund file log sample check study award sign screen limit cap post state detail value guide note run hope influence register host outline progress drive name house fit serve answer budget boost increase decrease cut raise cover list question project team partner challenge schedule commission network supply offer stop',
);

/** What follows a word that is often a noun where it is one. */
export const AFTER_NOUN = set(
  'of and or , . ; : ) is are was were being will has have had which that to in for by with on from',
);

/** Forms in -ing that are prepositions far more often than verbs. */
export const PREPOSITIONS_IN_ING = set(
  'including following regarding concerning considering excluding',
);

export const ADVERBS = set(
  'also now not already then therefore still just only further fully jointly currently recently however never always',
);

/** Prepositions after which a subject is only qualified: "updates to the guidance". */
export const QUALIFYING = set('in for to on with from within regarding around about between');

/** Prepositions after which an occasion or a body is only where or for whom something is done. */
export const FAR = set(
  'as in within through across throughout for with from during under between about',
);

/** Short forms whose full stop ends no sentence. */
export const SHORT_FORMS = set(
  'e i g eg ie etc no nos dr mr mrs ms st vs s ss para paras rec recs fig cf approx inc ltd',
);
