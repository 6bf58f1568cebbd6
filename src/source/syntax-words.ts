import type { Fault } from './fault.ts';
import { firstMisfit } from './misfit.ts';
import type { SourceText } from './text.ts';

interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly pos: readonly [number, number];
}

/** A fault of syntax in words an analyst can act on, and how to mend it where that is certain. */
export interface SyntaxFault extends Fault {
  readonly repair?: { readonly start: number; readonly end: number; readonly text: string };
}

/** One line of the text with what surrounds it. */
interface Line {
  readonly number: number;
  readonly start: number;
  readonly text: string;
  readonly indent: number;
}

const PAIR = /^(?<lead>\s*(?:- +)*)(?<key>[^\s#:"'][^:#]*?):[ \t]+(?<value>\S.*)$/;

/**
 * Explains the first error of the YAML reader. Its own words speak of "implicit keys" and
 * "compact mappings"; these speak of what the person typed.
 */
export function explainSyntax(
  source: SourceText,
  error: YamlError,
  lastQuote: number,
): SyntaxFault {
  const line = lineAt(source, source.position(error.pos[0]).line);
  return (
    keys(source, error) ??
    tabs(source, line, error) ??
    plainColon(source, line) ??
    quotes(source, line, error, lastQuote) ??
    layout(source, line, error) ??
    starts(source, line, error) ??
    indentation(source, line, error) ??
    fallback(source, error)
  );
}

/** Lists and mappings as keys are YAML, but nothing a plan could mean. */
function keys(source: SourceText, error: YamlError): SyntaxFault | undefined {
  if (error.code !== 'NON_STRING_KEY') return undefined;
  const words = {
    message: 'a key is a list or a group of fields here, or has no text',
    help: 'write a single text before the colon; a value that begins with a bracket goes in quotes',
  };
  const { start, end } = { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) };
  return { ...fault(source, start, end, words), rule: 'yaml-plain' };
}

function tabs(source: SourceText, line: Line, error: YamlError): SyntaxFault | undefined {
  const lead = /^[ ]*(\t+)/.exec(line.text);
  if (!lead && error.code !== 'TAB_AS_INDENT') return undefined;
  const start = lead ? line.start + lead[0].indexOf('\t') : error.pos[0];
  return fault(source, start, start + (lead?.[1]?.length ?? 1), {
    message: 'a tab is used to indent; YAML takes only spaces',
    help: 'replace each tab by spaces, as many as the lines beside it have',
  });
}

/** `owner: NPCC: Lead`: the second colon makes YAML see a key in the value. */
function plainColon(source: SourceText, line: Line): SyntaxFault | undefined {
  const groups = PAIR.exec(line.text)?.groups;
  if (!groups) return undefined;
  const value = (groups['value'] ?? '').replace(/\s+#.*$/, '').trimEnd();
  if (!/: |:$/.test(value) || /^["'[{|>]/.test(value)) return undefined;
  const start = line.start + line.text.length - (groups['value'] ?? '').length;
  const end = start + value.length;
  const curly = /^[“„‘](.*)[”’“‘]$/.exec(value);
  const text = JSON.stringify(curly?.[1] ?? value);
  return {
    ...fault(source, start, end, {
      message: curly
        ? 'curly quotes do not quote in YAML, and the value holds `: `'
        : 'the value holds `: `, which YAML takes for a new key',
      help: `put it in straight quotes: \`${short(`${groups['key']}: ${text}`)}\``,
    }),
    repair: { start, end, text },
  };
}

function quotes(
  source: SourceText,
  line: Line,
  error: YamlError,
  lastQuote: number,
): SyntaxFault | undefined {
  if (error.code === 'MISSING_CHAR' && /closing/.test(error.message)) {
    const mark = source.text[lastQuote] ?? '"';
    return fault(source, lastQuote, lastQuote + 1, {
      message: `the quote opened here is never closed`,
      help: `put ${mark} at the end of the text; inside it ${escapeHint(mark)}`,
    });
  }
  if (error.code === 'BAD_DQ_ESCAPE') {
    return fault(source, error.pos[0], error.pos[0] + 2, {
      message: 'inside double quotes `\\` begins an escape, and this is none',
      help: "write `\\\\` for one backslash, or use single quotes: 'text'",
    });
  }
  const after = /:\s+(["'])/.exec(line.text) ?? /^\s*-\s+(["'])/.exec(line.text);
  if (error.code === 'UNEXPECTED_TOKEN' && after && /at node end/.test(error.message)) {
    const mark = after[1] ?? '"';
    return fault(source, error.pos[0], lineEnd(line), {
      message: 'there is text after the closing quote',
      help: `inside the quotes ${escapeHint(mark)}`,
    });
  }
  return undefined;
}

function escapeHint(mark: string): string {
  return mark === "'" ? "write '' for an apostrophe" : 'write \\" for a quote';
}

/** Faults of how a line is laid out: dashes, colons, block texts, brackets. */
function layout(source: SourceText, line: Line, error: YamlError): SyntaxFault | undefined {
  const lines = [line, ...previousLines(source, line)];
  const noSpaceAfterDash = lines.find((other) => /^\s*-[^\s-]/.test(other.text));
  if (noSpaceAfterDash && /INDENT|IMPLICIT|MISSING/.test(error.code)) {
    return whole(source, noSpaceAfterDash, {
      message: 'there is no space after the dash',
      help: 'write `- ` before each item of a list',
    });
  }
  const noSpaceAfterColon = /^\s*(?:- +)*([a-z-]+):([^\s:/].*)$/.exec(line.text);
  if (noSpaceAfterColon) {
    return whole(source, line, {
      message: `there is no space after \`${noSpaceAfterColon[1]}:\``,
      help: `write \`${short(`${noSpaceAfterColon[1]}: ${noSpaceAfterColon[2]}`)}\``,
    });
  }
  if (/^\s*(?:- +)*[\w-]+:\s+[>|][+-]?\d?\s+\S/.test(line.text)) {
    return whole(source, line, {
      message: 'the text begins on the same line as `>` or `|`',
      help: 'begin the text on the next line, indented by two spaces more',
    });
  }
  if (/^\s*(?:- +)*[\w-]+:\s+- /.test(line.text)) {
    return whole(source, line, {
      message: 'a list begins on the same line as its key',
      help: 'begin the list on the next line: `- ` and the first item',
    });
  }
  if (/^Flow (?:sequence|map)/.test(error.message)) {
    const list = error.message.startsWith('Flow sequence');
    const open = source.text.lastIndexOf(list ? '[' : '{', Math.max(0, error.pos[0] - 1));
    return fault(source, open, open + 1, {
      message: `the \`${list ? '[' : '{'}\` opened here is never closed`,
      help: `put \`${list ? ']' : '}'}\` after the last item; a text that holds brackets goes in quotes`,
    });
  }
  const sameIndent = previousLines(source, line).find((other) => other.indent <= line.indent);
  if (
    /INDENT|MISSING/.test(error.code) &&
    sameIndent?.indent === line.indent &&
    /^\s*- /.test(sameIndent.text) &&
    !/^\s*- /.test(line.text)
  ) {
    return whole(source, line, {
      message: 'a dash is missing: this line stands where the items of a list begin',
      help: 'put `- ` before it to begin a new item, or indent it to go on with the one above',
    });
  }
  return undefined;
}

/** Values that begin with a sign of YAML. */
function starts(source: SourceText, line: Line, error: YamlError): SyntaxFault | undefined {
  if (error.code !== 'BAD_SCALAR_START') return undefined;
  const start = error.pos[0];
  const value = line.text
    .slice(start - line.start)
    .replace(/\s+#.*$/, '')
    .trimEnd();
  const text = JSON.stringify(value);
  return {
    ...fault(source, start, start + value.length, {
      message: `a value cannot begin with \`${value[0]}\``,
      help: `put it in quotes: \`${short(text)}\``,
    }),
    repair: { start, end: start + value.length, text },
  };
}

function indentation(source: SourceText, line: Line, error: YamlError): SyntaxFault | undefined {
  if (!/INDENT|IMPLICIT_KEY|MISSING_CHAR/.test(error.code)) return undefined;
  const next = nextLine(source, line);
  const misfit = firstMisfit(source, (next ?? line).number);
  if (misfit?.kind === 'dash') {
    return whole(source, lineAt(source, misfit.line), {
      message: 'a list begins here, where only fields stand',
      help: 'remove the dash, or write the key of the list on a line of its own above it',
    });
  }
  if (misfit && misfit.line <= line.number) return unfitting(source, lineAt(source, misfit.line));
  const isPair = /^\s*(?:- +)*[^\s:#][^:#]*:(?: |$)/;
  if (!isPair.test(line.text) && !/^\s*- /.test(line.text)) {
    return whole(source, line, {
      message: 'this line is neither `key: value` nor part of the text above it',
      help: 'indent it more than the key above, and begin that text with `>-` after its key',
    });
  }
  const deeper =
    error.code !== 'BAD_INDENT' && next && next.indent > line.indent ? next : undefined;
  if (deeper && !/^\s*[a-z][a-z-]*:(?: |$)/.test(deeper.text)) {
    return whole(source, deeper, {
      message: 'the text goes on over several lines and holds `: `, which YAML takes for a new key',
      help: 'write `>-` after its key and begin the text on the next line',
    });
  }
  const at = deeper ?? line;
  const [above] = previousLines(source, at);
  const key = above && /^\s*(?:- +)*([a-z-]+): +[^\s#|>]/.exec(above.text)?.[1];
  if (key !== undefined && above && above.indent < at.indent && /^\s*[-*•] /.test(at.text)) {
    return whole(source, at, {
      message: `a list begins here, but \`${key}:\` above has a text already`,
      help: `write \`${key}: |\` and the whole text on the lines below it, indented by two spaces more`,
    });
  }
  return unfitting(source, at);
}

function unfitting(source: SourceText, at: Line): SyntaxFault {
  const above = previousLines(source, at);
  const levels = [...new Set(above.map(contentIndent))].sort((a, b) => a - b);
  if (levels.includes(at.indent)) {
    return whole(source, at, {
      message: 'this line does not go on with what stands above it',
      help: 'compare the lines above it: one is likely indented too far or too little, or lacks a quote, a bracket or a colon',
    });
  }
  return whole(source, at, {
    message: `this line is indented by ${spaces(at.indent)}, which fits no line above it`,
    help: `indent it like the line it belongs to (${alternatives(levels)} spaces)`,
  });
}

function fallback(source: SourceText, error: YamlError): SyntaxFault {
  return fault(source, error.pos[0], Math.max(error.pos[1], error.pos[0] + 1), {
    message: `this is not valid YAML: ${error.message.charAt(0).toLowerCase()}${short(error.message.slice(1))}`,
    help: 'compare it with the lines beside it: indentation, quotes, dashes and colons',
  });
}

/** Lines above that have text, nearest first; enough of them to see the structure. */
function previousLines(source: SourceText, line: Line): Line[] {
  const lines: Line[] = [];
  for (let number = line.number - 1; number > 0 && lines.length < 40; number -= 1) {
    const previous = lineAt(source, number);
    if (previous.text.trim() === '' || previous.text.trimStart().startsWith('#')) continue;
    lines.push(previous);
    if (previous.indent === 0) break;
  }
  return lines;
}

function nextLine(source: SourceText, line: Line): Line | undefined {
  for (let number = line.number + 1; number <= source.lineCount; number += 1) {
    const next = lineAt(source, number);
    if (next.text.trim() !== '') return next;
  }
  return undefined;
}

/** The column at which a line's fields stand: past the dash of a list item. */
function contentIndent(line: Line): number {
  return /^\s*(?:- +)*/.exec(line.text)?.[0].length ?? line.indent;
}

function lineAt(source: SourceText, number: number): Line {
  const text = source.line(number);
  return {
    number,
    start: source.lineStart(number),
    text,
    indent: text.length - text.trimStart().length,
  };
}

function lineEnd(line: Line): number {
  return line.start + line.text.trimEnd().length;
}

function whole(source: SourceText, line: Line, words: { message: string; help: string }): Fault {
  return fault(source, line.start + line.indent, lineEnd(line), words);
}

function fault(
  source: SourceText,
  start: number,
  end: number,
  words: { message: string; help: string },
): SyntaxFault {
  return { rule: 'yaml-syntax', ...words, range: source.range(start, end) };
}

function alternatives(levels: readonly number[]): string {
  const last = levels.at(-1);
  return levels.length > 1 ? `${levels.slice(0, -1).join(', ')} or ${last}` : String(last ?? 0);
}

function spaces(count: number): string {
  return count === 1 ? '1 space' : `${count} spaces`;
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
