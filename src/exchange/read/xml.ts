import { Parser } from 'saxen';
import { Refusal } from '../refusal.ts';

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads XML by events, with element names without their prefix. Declarations of entities are not
 * known to this parser, so that none can grow or reach outside of the file.
 */
export function readXml(part: string, xml: string, handlers: XmlHandlers): void {
  const parser = new Parser();
  let fault: string | undefined;
  parser.on('error', (error: Error) => {
    fault = error.message;
  });
  parser.on('openTag', (name: string, attributesOf: () => Record<string, string>, decode) => {
    const attributes: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(attributesOf())) attributes[key] = decode(value);
    handlers.open?.(local(name), attributes);
  });
  parser.on('closeTag', (name: string) => handlers.close?.(local(name)));
  parser.on('text', (text: string, decode) => handlers.text?.(decode(text)));
  parser.on('cdata', (text: string) => handlers.text?.(text));
  parser.parse(xml);
  if (fault !== undefined) {
    throw new Refusal(
      `${part} in the file is no XML that can be read`,
      'open it in the program it was made with and save it again',
    );
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
