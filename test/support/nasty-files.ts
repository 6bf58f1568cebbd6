import fc from 'fast-check';

/** Texts that YAML, terminals, spreadsheets or careless code take for something else. */
export const NASTY_TEXTS: readonly string[] = [
  'plain',
  'two words',
  'a: b',
  'a:',
  ':a',
  ': a',
  'a #b',
  'a#b',
  '#a',
  '- a',
  '-',
  '--',
  '---',
  '-5',
  '...',
  '? a',
  '?',
  '[a]',
  '{a: b}',
  'a]',
  'a}',
  'a, b',
  ',',
  '&a',
  '*a',
  '!a',
  '!!str a',
  '|',
  '>',
  '>-',
  '|+',
  '%a',
  '@a',
  '`a`',
  '"',
  "'",
  '"a"',
  "'a'",
  "it's",
  'say "no"',
  '\\',
  '\\n',
  'C:\\temp',
  '~',
  'null',
  'Null',
  'true',
  'No',
  'yes',
  'on',
  'y',
  '0',
  '014',
  '0o14',
  '0x1F',
  '1.10',
  '1e3',
  '1_000',
  '.5',
  '12:30:45',
  '.inf',
  '.NaN',
  '2022',
  '2022-06-30',
  '2022-06',
  '2022-06-30T00:00:00Z',
  '=1+1',
  '+1',
  '@SUM(A1)',
  '<<',
  '=',
  '\u00e9\u00e8',
  '\u0645\u0631\u062d\u0628\u0627',
  '\u65e5\u672c\u8a9e',
  '\ud83d\ude00',
  '\ud83d\udc68\u200d\ud83d\udc69',
  'a\u00a0b',
  '\u00a0',
  'a\u200bb',
  '\u202eabc',
  '\ufeffa',
  'a\u2028b',
  'a\u0085b',
  'a\u0007b',
  '\u001b[31mred',
  'tab\there',
  '\tlead',
  'trail ',
  ' lead',
  '  ',
  'two  spaces',
  'a\nb',
  'a\n\nb',
  'a\n',
  'a\n\n',
  '\na',
  ' a\nb',
  'a\n b',
  'a \nb',
  'a\r\nb',
  '__proto__',
  'constructor',
  '<<<<<<< HEAD',
  '=======',
  'x'.repeat(300),
  `${'word '.repeat(60)}end`,
  `a: ${'long text '.repeat(20)}b`,
  '$(touch x)',
  '::error::x',
  '<script>',
  'javascript:alert(1)',
];

interface Layout {
  readonly step: 2 | 3 | 4;
  readonly listStep: 0 | 2 | 4;
  readonly gap: 2 | 4;
  readonly comments: number;
  readonly quotes: 'plain' | 'single' | 'double' | 'block' | 'mixed';
  readonly flow: boolean;
  readonly eol: '\n' | '\r\n';
  readonly lastBreak: boolean;
  readonly bom: boolean;
  readonly blank: boolean;
  readonly start: boolean;
}

const layouts: fc.Arbitrary<Layout> = fc.record({
  step: fc.constantFrom(2 as const, 3 as const, 4 as const),
  listStep: fc.constantFrom(0 as const, 2 as const, 4 as const),
  gap: fc.constantFrom(2 as const, 4 as const),
  comments: fc.integer({ min: 0, max: 3 }),
  quotes: fc.constantFrom('plain', 'single', 'double', 'block', 'mixed'),
  flow: fc.boolean(),
  eol: fc.constantFrom('\n' as const, '\r\n' as const),
  lastBreak: fc.boolean(),
  bom: fc.boolean(),
  blank: fc.boolean(),
  start: fc.boolean(),
});

const words = fc.constantFrom(
  'records',
  'guide',
  'staff are trained',
  "the board's view",
  'é à 日本',
  'a "b" c',
  'x',
);
const entries = fc.array(
  fc.record({
    date: fc.constantFrom('2022-09-01', '2023-03', '2023'),
    status: fc.constantFrom('in-progress', undefined, 'complete'),
    text: words,
    evidence: fc.boolean(),
  }),
  { maxLength: 3 },
);
const actions = fc.array(
  fc.record({
    text: words,
    owner: fc.array(words, { minLength: 1, maxLength: 3 }),
    progress: fc.option(entries),
  }),
  { minLength: 1, maxLength: 3 },
);
const recommendations = fc.array(fc.record({ text: words, actions }), {
  minLength: 1,
  maxLength: 3,
});

/** Plans with comments everywhere, in every indentation, quoting and line ending people use. */
export const nastyFiles: fc.Arbitrary<string> = fc
  .tuple(layouts, recommendations, fc.infiniteStream(fc.nat(5)))
  .map(([layout, items, dice]) => {
    const writer = new NastyWriter(layout, dice);
    writer.plan(items);
    return writer.result();
  });

type Items = readonly {
  readonly text: string;
  readonly actions: readonly {
    readonly text: string;
    readonly owner: readonly string[];
    readonly progress:
      | readonly { date: string; status: string | undefined; text: string; evidence: boolean }[]
      | null;
  }[];
}[];

class NastyWriter {
  readonly #layout: Layout;
  readonly #dice: Iterator<number>;
  readonly #lines: string[] = [];
  #comment = 0;

  constructor(layout: Layout, dice: Iterable<number>) {
    this.#layout = layout;
    this.#dice = dice[Symbol.iterator]();
  }

  result(): string {
    const { eol, lastBreak, bom } = this.#layout;
    return (bom ? '\ufeff' : '') + this.#lines.join(eol) + (lastBreak ? eol : '');
  }

  #roll(): number {
    return this.#dice.next().value ?? 0;
  }

  #decorate(column: number): void {
    const { comments, blank } = this.#layout;
    if (blank && this.#roll() === 0) this.#lines.push('');
    if (this.#roll() < comments)
      this.#lines.push(`${' '.repeat(column)}# c${(this.#comment += 1)}`);
  }

  #tail(): string {
    return this.#roll() < this.#layout.comments ? ` # c${(this.#comment += 1)}` : '';
  }

  #text(value: string, column: number, flow = false): string[] {
    const { quotes, step } = this.#layout;
    const kinds = ['plain', 'single', 'double', 'block'] as const;
    const kind = quotes === 'mixed' ? (kinds[this.#roll() % 4] ?? 'plain') : quotes;
    if (kind === 'single') return [`'${value.replaceAll("'", "''")}'${flow ? '' : this.#tail()}`];
    if (kind === 'double') return [`${JSON.stringify(value)}${flow ? '' : this.#tail()}`];
    if (kind === 'block' && !flow) {
      const sign = ['>-', '|-', '>', '|', '|+', '>+'][this.#roll()] ?? '>-';
      const body = `${' '.repeat(column + step)}${value}`;
      return [`${sign}${this.#tail()}`, body, ...(this.#roll() === 0 ? [''] : [])];
    }
    return [`${value}${flow ? '' : this.#tail()}`];
  }

  #field(lead: string, column: number, key: string, value: string): void {
    const [first = '', ...rest] = this.#text(value, column);
    this.#lines.push(`${lead}${key}: ${first}`, ...rest);
  }

  plan(items: Items): void {
    const { step, listStep } = this.#layout;
    if (this.#layout.start) this.#lines.push('---');
    this.#decorate(0);
    this.#lines.push('plan: x', 'title: T', 'kind: inspection', 'submitted: 2022-03-04');
    this.#decorate(0);
    this.#lines.push(`recommendations:${this.#tail()}`);
    for (const [index, item] of items.entries()) {
      const column = this.#item(listStep, 'id', `"${index + 1}"`);
      this.#field(' '.repeat(column), column, 'text', item.text);
      this.#decorate(column);
      this.#lines.push(`${' '.repeat(column)}actions:${this.#tail()}`);
      for (const [at, action] of item.actions.entries())
        this.#action(column + listStep, `${index + 1}.${at + 1}`, action);
      this.#decorate(Math.max(column, step));
    }
  }

  /** A dash with the first field behind it; returns the column of the fields. */
  #item(column: number, key: string, value: string): number {
    this.#decorate(column);
    const { gap } = this.#layout;
    this.#lines.push(`${' '.repeat(column)}-${' '.repeat(gap - 1)}${key}: ${value}${this.#tail()}`);
    return column + gap;
  }

  #action(dash: number, id: string, action: Items[number]['actions'][number]): void {
    const { flow, listStep } = this.#layout;
    if (flow && this.#roll() === 0) {
      this.#lines.push(
        `${' '.repeat(dash)}- {id: "${id}", action: ${JSON.stringify(action.text)}, owner: [a,b]}${this.#tail()}`,
      );
      return;
    }
    const column = this.#item(dash, 'id', JSON.stringify(id));
    const pad = ' '.repeat(column);
    this.#field(pad, column, 'action', action.text);
    this.#decorate(column);
    if (flow) {
      const inner = action.owner.map((one) => JSON.stringify(one));
      const layout = this.#roll() % 3;
      if (layout === 0) this.#lines.push(`${pad}owner: [${inner.join(', ')}]${this.#tail()}`);
      else {
        this.#lines.push(`${pad}owner: [${this.#tail()}`);
        for (const [index, one] of inner.entries()) {
          const comma = index < inner.length - 1 || layout === 1 ? ',' : '';
          this.#lines.push(`${pad}    ${one}${comma}${this.#tail()}`);
        }
        this.#lines.push(`${pad}  ]${this.#tail()}`);
      }
    } else {
      this.#lines.push(`${pad}owner:${this.#tail()}`);
      for (const one of action.owner) {
        const lead = `${' '.repeat(column + listStep)}- `;
        const [first = '', ...rest] = this.#text(one, column + listStep);
        this.#lines.push(lead + first, ...rest);
      }
    }
    this.#decorate(column);
    const { progress } = action;
    if (progress === null) {
      this.#field(pad, column, 'measure', 'the last');
      return;
    }
    if (progress.length === 0) {
      const empty = ['progress:', 'progress: []', 'progress: [ ]'][this.#roll() % 3] ?? '';
      this.#lines.push(`${pad}${empty}${this.#tail()}`);
      return;
    }
    this.#lines.push(`${pad}progress:${this.#tail()}`);
    for (const entry of progress) {
      const inner = this.#item(column + listStep, 'date', entry.date);
      if (entry.status)
        this.#lines.push(`${' '.repeat(inner)}status: ${entry.status}${this.#tail()}`);
      if (entry.evidence) {
        this.#lines.push(`${' '.repeat(inner)}evidence:${this.#tail()}`);
        this.#item(inner + listStep, 'title', 'Form');
      }
      this.#field(' '.repeat(inner), inner, 'text', entry.text);
      this.#decorate(inner);
    }
  }
}
