import { type IStylesOptions, LineRuleType } from 'docx';

const FONT = 'Arial';
const INK = '0B0C0C';
const GREY = '484949';

/** The styles of a document: sizes in half points, spaces in twentieths of a point. */
export function docxStyles(language: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 21, color: INK, language: { value: language } },
        paragraph: { spacing: { after: 120, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: 44, bold: true, color: INK },
        paragraph: { spacing: { after: 320, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: {
        run: { font: FONT, size: 28, bold: true, color: INK },
        paragraph: {
          spacing: { before: 400, after: 160, line: 252, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
      heading2: {
        run: { font: FONT, size: 23, bold: true, color: INK },
        paragraph: {
          spacing: { before: 280, after: 120, line: 252, lineRule: LineRuleType.AUTO },
          keepNext: true,
        },
      },
      hyperlink: { run: { color: '1A65A6', underline: { type: 'single' } } },
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        next: 'Normal',
        quickFormat: true,
        run: { size: 26, color: GREY },
        paragraph: { spacing: { after: 60 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 18 },
        paragraph: { spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Small',
        name: 'Small Text',
        basedOn: 'TableText',
        quickFormat: true,
        run: { size: 17, color: GREY },
      },
      {
        id: 'AfterTable',
        name: 'After Table',
        basedOn: 'Normal',
        run: { size: 8 },
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { size: 16, color: GREY },
        paragraph: { spacing: { after: 0 } },
      },
    ],
  };
}
