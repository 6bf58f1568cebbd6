/** Limits against files made to exhaust the reader; a real plan stays far below. */
export const MAX_DEPTH = 64;
export const MAX_LEXEMES = 250_000;
