import type { PlanDate } from './date.ts';
import type { Located } from './plan.ts';

/** An owner as reports name them. */
export interface OwnerName {
  /** The id of the owners file; null for free text. */
  readonly id: string | null;
  readonly organisation: string;
  readonly role: string | null;
}

/** A post in the owners file. */
export interface Owner extends Located {
  readonly id: string;
  /** As written, which may be another spelling of an organisation's name. */
  readonly organisation: string;
  readonly role: string | undefined;
  readonly also: readonly string[];
  readonly until: PlanDate | undefined;
}

export interface Organisation extends Located {
  readonly name: string;
  readonly title: string | undefined;
  readonly also: readonly string[];
}

/** The owners of one project, found by id or by any spelling. */
export class OwnerDirectory {
  readonly owners: readonly Owner[];
  readonly organisations: readonly Organisation[];
  readonly #bySpelling = new Map<string, Owner>();
  readonly #organisationBySpelling = new Map<string, string>();

  constructor(owners: readonly Owner[], organisations: readonly Organisation[]) {
    this.owners = owners;
    this.organisations = organisations;
    for (const organisation of organisations) {
      for (const name of [organisation.name, organisation.title, ...organisation.also]) {
        if (name !== undefined)
          setOnce(this.#organisationBySpelling, spelling(name), organisation.name);
      }
    }
    // Ids first: no spelling may take an id from its owner.
    for (const owner of owners) setOnce(this.#bySpelling, spelling(owner.id), owner);
    const written = ({ organisation, role }: Owner, name = organisation) =>
      spelling(role === undefined ? name : `${name}: ${role}`);
    for (const owner of owners) {
      for (const name of owner.also) setOnce(this.#bySpelling, spelling(name), owner);
      setOnce(this.#bySpelling, written(owner), owner);
    }
    // Last what nobody wrote: the name by which the organisation goes.
    for (const owner of owners) {
      setOnce(this.#bySpelling, written(owner, this.organisation(owner.organisation)), owner);
    }
  }

  /** The owner of this id or spelling; the organisation in it may be spelt in any way listed. */
  find(name: string): Owner | undefined {
    const found = this.#bySpelling.get(spelling(name));
    if (found) return found;
    const { organisation, role } = readOwner(name);
    const listed = this.organisation(organisation);
    return this.#bySpelling.get(spelling(role === null ? listed : `${listed}: ${role}`));
  }

  /** The name an organisation goes by; the text itself if it is not listed. */
  organisation(name: string): string {
    return this.#organisationBySpelling.get(spelling(name)) ?? name;
  }

  /** How reports name an owner written so; an unknown one is read as "Organisation: Role". */
  name(written: string): OwnerName {
    const owner = this.find(written);
    if (!owner) {
      const free = readOwner(written);
      return { ...free, organisation: this.organisation(free.organisation) };
    }
    return {
      id: owner.id,
      organisation: this.organisation(owner.organisation),
      role: owner.role ?? null,
    };
  }
}

/** An owner written as free text: "Organisation: Role", or only an organisation or post. */
export function readOwner(written: string): OwnerName {
  const colon = written.indexOf(': ');
  if (colon <= 0) return { id: null, organisation: written.trim(), role: null };
  return {
    id: null,
    organisation: written.slice(0, colon).trim(),
    role: written.slice(colon + 2).trim(),
  };
}

const PLACEHOLDER =
  /^(?:t\.?b\.?[acdn]|to be (?:advised|agreed|allocated|announced|appointed|assigned|confirmed|decided|determined|identified)|n\/?a|not (?:applicable|(?:yet )?(?:agreed|allocated|assigned|confirmed|known))|no ?one|nobody|none|unallocated|unassigned|unknown|\?+|-+)\.?$/i;

/** Whether a text stands where an owner is still to be found, as "TBC" does: it names none. */
export function isPlaceholder(written: string): boolean {
  return PLACEHOLDER.test(written.trim().replace(/\s+/g, ' '));
}

/** How an owner is shown in one line. */
export function ownerLabel(owner: OwnerName): string {
  return owner.role === null ? owner.organisation : `${owner.organisation}: ${owner.role}`;
}

/** Spellings are compared without regard to case and doubled spaces. */
export function spelling(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function setOnce<K, V>(map: Map<K, V>, key: K, value: V): void {
  if (!map.has(key)) map.set(key, value);
}
