/** A plan in which nothing is wrong on 1 May 2023, line by line as {@link at} counts them. */
const LINES = [
  'plan: sound',
  'title: Records',
  'kind: inspection',
  'submitted: 2022-03-04',
  'notes: Internal.',
  'recommendations:',
  '  - id: "1"',
  '    text: Keep records.',
  '    agreement: agreed',
  '    actions:',
  '      - id: "1.1"',
  '        action: Publish a guide.',
  '        achievable: Two people have the time for it.',
  '        realistic: The last one was written within three months.',
  '        owner: Team',
  '        target: 2023-06',
  '        tags: [records]',
  '        progress:',
  '          - date: 2023-03-27',
  '            status: in-progress',
  '            text: A draft is with the board.',
] as const;

export const PLAN = `${LINES.join('\n')}\n`;

/** Where a field of the plan stands; counted in the file, so that no case counts lines by hand. */
export function at(field: string, column = 0): string {
  const index = LINES.findIndex((line) => new RegExp(`^[ -]*${field}:`).test(line));
  const line = LINES[index] ?? '';
  const value = line.indexOf(': ') + 3;
  return `plan.yaml:${index + 1}:${column === 0 ? value : column}`;
}

/** The plan with some fields written otherwise, as they stand in the file; the first of each name. */
export function planWith(fields: Readonly<Record<string, string>>): string {
  let text = PLAN;
  for (const [name, written] of Object.entries(fields)) {
    const before = text;
    text = text.replace(
      new RegExp(`^([ -]*)${name}: .*$`, 'm'),
      (_, indent: string) => `${indent}${name}: ${written}`,
    );
    if (text === before && !before.includes(`${name}: ${written}`)) {
      throw new Error(`the plan has no field ${name}`);
    }
  }
  return text;
}

/** The plan with more lines at its end, at its outermost level. */
export function planAnd(more: string): string {
  return PLAN + more;
}
