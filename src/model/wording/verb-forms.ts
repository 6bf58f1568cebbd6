export type Form = 'base' | 's' | 'past' | 'participle' | 'ing';

/** Past and participle of verbs that do not take -ed. */
const IRREGULAR: Readonly<Record<string, readonly [string, string]>> = {
  be: ['was', 'been'],
  become: ['became', 'become'],
  begin: ['began', 'begun'],
  bring: ['brought', 'brought'],
  broadcast: ['broadcast', 'broadcast'],
  build: ['built', 'built'],
  buy: ['bought', 'bought'],
  cut: ['cut', 'cut'],
  deal: ['dealt', 'dealt'],
  do: ['did', 'done'],
  draw: ['drew', 'drawn'],
  drive: ['drove', 'driven'],
  find: ['found', 'found'],
  get: ['got', 'got'],
  give: ['gave', 'given'],
  go: ['went', 'gone'],
  have: ['had', 'had'],
  hold: ['held', 'held'],
  keep: ['kept', 'kept'],
  lay: ['laid', 'laid'],
  lead: ['led', 'led'],
  learn: ['learned', 'learnt'],
  make: ['made', 'made'],
  meet: ['met', 'met'],
  oversee: ['oversaw', 'overseen'],
  pay: ['paid', 'paid'],
  put: ['put', 'put'],
  redraw: ['redrew', 'redrawn'],
  rewrite: ['rewrote', 'rewritten'],
  run: ['ran', 'run'],
  see: ['saw', 'seen'],
  seek: ['sought', 'sought'],
  send: ['sent', 'sent'],
  set: ['set', 'set'],
  show: ['showed', 'shown'],
  spread: ['spread', 'spread'],
  stand: ['stood', 'stood'],
  strive: ['strove', 'striven'],
  take: ['took', 'taken'],
  tell: ['told', 'told'],
  think: ['thought', 'thought'],
  understand: ['understood', 'understood'],
  undertake: ['undertook', 'undertaken'],
  undergo: ['underwent', 'undergone'],
  uphold: ['upheld', 'upheld'],
  withdraw: ['withdrew', 'withdrawn'],
  write: ['wrote', 'written'],
};

/** Verbs that double their last consonant: "submit", "submitted". */
const DOUBLING: ReadonlySet<string> = new Set(
  'commit submit plan map set put cut run begin get stop embed transfer refer equip fit cap log scan ring-fence enrol instil control label travel permit ban drop step'.split(
    ' ',
  ),
);

const VOWEL = /[aeiou]/;

/** Every form of a verb given in its base form. */
export function formsOf(base: string): readonly (readonly [string, Form])[] {
  const stem = DOUBLING.has(base) ? base + base.slice(-1) : base;
  const silent = base.endsWith('e');
  const consonantY = base.endsWith('y') && !VOWEL.test(base.at(-2) ?? '');
  const s = consonantY
    ? `${base.slice(0, -1)}ies`
    : /(?:s|x|z|ch|sh|o)$/.test(base)
      ? `${base}es`
      : `${base}s`;
  const ed = silent ? `${base}d` : consonantY ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  const ing =
    silent && base !== 'be' && !base.endsWith('ee') ? `${base.slice(0, -1)}ing` : `${stem}ing`;
  const [past, participle] = IRREGULAR[base] ?? [ed, ed];
  return [
    [base, 'base'],
    [s, 's'],
    [past, 'past'],
    [participle, 'participle'],
    [ing, 'ing'],
  ];
}
