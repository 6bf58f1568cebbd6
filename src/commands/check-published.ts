import type { Host } from '../host.ts';
import type { Day } from '../model/day.ts';
import type { Plan } from '../model/plan.ts';
import type { Document, Stamp } from '../publish/document.ts';
import { inFormat, type PublishFormat } from '../publish/formats.ts';
import { cleanText } from '../render/clean-text.ts';

/** No published document is larger. */
const MOST_BYTES = 64 * 1024 * 1024;

interface Check {
  readonly plan: Plan;
  /** The plan as it was asked for. */
  readonly name: string;
  readonly day: Day;
  readonly files: readonly { readonly file: string; readonly format: PublishFormat }[];
  /** A day or revision asked for is also what the document must say; else that is its own affair. */
  readonly asked: { readonly day: Day | undefined; readonly revision: string | null | undefined };
}

/**
 * Whether published files are what the plan says now. The day and revision that a file says it was
 * made from are left as they are, so that a document does not grow stale by the passing of a day on
 * which nothing changed, or by the commit that it is part of.
 */
export async function checkPublished(
  host: Host,
  { plan, name, day, files, asked }: Check,
  document: (stamp: Stamp) => Document,
): Promise<boolean> {
  const { publishedStamp } = await import('../publish/read-published.ts');
  let current = true;
  for (const { file, format } of files) {
    const bytes = host.files.read(file, MOST_BYTES);
    const stamp = 'fault' in bytes ? undefined : publishedStamp(format, bytes);
    const wanted = stamp && {
      ...stamp,
      day: asked.day ?? stamp.day,
      revision: asked.revision === undefined ? stamp.revision : asked.revision,
    };
    const made = wanted && asBytes(await inFormat(format, document(wanted)));
    const why =
      'fault' in bytes
        ? `cannot be read: ${bytes.fault}`
        : made === undefined
          ? 'does not say what it was made from: it was not made by `actionplan publish`, or was changed'
          : difference(bytes, made, format);
    if (why === undefined) {
      host.note(`${cleanText(file)} is what plan ${plan.id} says on ${day}\n`);
      continue;
    }
    current = false;
    const asOf = asked.day === undefined ? '' : ` --as-of ${asked.day}`;
    host.note(
      `error: ${cleanText(file)} ${why}\nhelp: renew it with \`actionplan publish ${cleanText(name)}${asOf} --output ${format}:${cleanText(file)}\`\n`,
    );
  }
  return current;
}

/** How a file differs from what it should be; undefined where it does not. */
function difference(
  bytes: Uint8Array,
  made: Uint8Array,
  format: PublishFormat,
): string | undefined {
  if (Buffer.from(bytes).equals(made)) return undefined;
  const words = 'is not what the plan says';
  if (format === 'docx') return words;
  const [old, fresh] = [bytes, made].map((one) => new TextDecoder().decode(one).split('\n'));
  const at = (fresh ?? []).findIndex((line, index) => line !== old?.[index]);
  return `${words}: line ${(at < 0 ? (fresh?.length ?? 0) : at) + 1} is the first that differs`;
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
