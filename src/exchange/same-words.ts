/** Line breaks of a cell and of a file are no difference of words. */
export function sameText(a: string, b: string): boolean {
  return collapsed(a) === collapsed(b);
}

export function collapsed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
