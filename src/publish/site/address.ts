import { createHash } from 'node:crypto';

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
/** Longer ones are cut: with folder and ending a path stays short everywhere. */
const LONGEST = 60;

/** Gives pages their names, each of them once, whatever the things are called that pages are about. */
export class Addresses {
  readonly #taken = new Set<string>();

  /**
   * The path of a page in a folder, from the name of what it is about. A plain name is kept; any other
   * is made plain and gets a digest of itself, so that the page of one thing does not move when
   * another one comes. Small letters only: names that differ in case are one name on some disks.
   */
  page(folder: string, name: string, more = ''): string {
    const plain = plainName(name);
    for (let attempt = plain === name ? 0 : 1; ; attempt += 1) {
      const mark = attempt === 0 ? '' : digest(`${name}\n${more}\n${attempt}`);
      const stem = [plain, mark].filter((part) => part !== '').join('-');
      const path = `${folder}/${stem}.html`;
      if (this.#taken.has(path)) continue;
      this.#taken.add(path);
      return path;
    }
  }
}

function plainName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-|-$/g, '');
  return DEVICES.test(plain) ? `${plain}-page` : plain;
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 8);
}

/** A link from one page of the site to another place of it. */
export function linkTo(from: string, to: string): string {
  return `${'../'.repeat(from.split('/').length - 1)}${to}`;
}

/** Names for places on one page, each of them once. */
export class Anchors {
  readonly #taken = new Set<string>();

  place(kind: string, id: string): string {
    const plain = `${kind}-${id.replace(/[^A-Za-z0-9.-]+/g, '_')}`;
    let name = plain;
    for (let again = 2; this.#taken.has(name); again += 1) name = `${plain}_${again}`;
    this.#taken.add(name);
    return name;
  }
}
