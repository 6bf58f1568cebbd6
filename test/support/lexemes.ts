import { Lexer } from 'yaml';

/** How many parts the full reader counts. */
export function lexemesOf(text: string): number {
  return [...new Lexer().lex(text)].length;
}
