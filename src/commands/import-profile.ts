import { mergeProfiles, type ProfileFile, readProfile } from '../exchange/profile.ts';
import { base, profiles } from '../exchange/profiles/index.ts';
import { Refusal } from '../exchange/refusal.ts';
import type { Host } from '../host.ts';
import { suggest } from '../model/suggest.ts';
import { YamlDocument } from '../source/document.ts';
import { SourceText } from '../source/text.ts';
import { openFile } from './editing.ts';

/** The profile of an import: those named by `--map`, one upon the other, upon the format's own words. */
export function profileOf(host: Host, maps: readonly string[]): ProfileFile {
  return mergeProfiles([base, ...maps.flatMap((name) => namedProfile(host, name))]);
}

function namedProfile(host: Host, name: string): ProfileFile[] {
  const builtIn = profiles.find(({ profile }) => profile === name.toLowerCase());
  if (builtIn) return [builtIn];
  if (!/\.ya?ml$/i.test(name)) throw unknown(name, '--map');
  const { text } = openFile(host, name);
  const document = new YamlDocument(new SourceText(text));
  const [fault] = document.faults;
  if (fault)
    throw new Refusal(
      `${name}: line ${fault.range.start.line}: ${fault.message}`,
      fault.help ?? '',
    );
  const profile = readProfile(document.value);
  if ('fault' in profile) {
    throw new Refusal(
      `${name} is no profile: ${profile.fault}`,
      'docs/import.md tells what a profile may say',
    );
  }
  const extended = [profile.extends ?? []].flat().map((one) => {
    const found = profiles.find((other) => other.profile === one);
    if (!found) throw unknown(one, `\`extends\` in ${name}`);
    return found;
  });
  return [...extended, profile];
}

function unknown(name: string, where: string): Refusal {
  const names = profiles.map(({ profile }) => profile);
  const near = suggest(name, names);
  return new Refusal(
    `${where}: there is no profile "${name}"`,
    near === undefined
      ? `name a file that ends in .yaml, or one of ${names.join(', ')}`
      : `did you mean "${near}"?`,
  );
}
