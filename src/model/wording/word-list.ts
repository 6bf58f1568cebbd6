/** The entries of a word list, written as they would be in a sentence: "publish, set up, roll out". */
export function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => entry !== '');
}
