import type { FieldFault } from './build-plan.ts';
import { isFault, parseDate } from './date.ts';
import { type Organisation, type Owner, OwnerDirectory } from './owner.ts';
import type { OwnersFile } from './owners-file.ts';
import { located } from './plan.ts';
import type { Standards } from './standard.ts';
import type { StandardsFile } from './standards-file.ts';

/** The owners of all owners files together, and the dates in them that cannot be read. */
export function buildOwners(files: readonly { file: string; value: OwnersFile }[]): {
  directory: OwnerDirectory;
  faults: (FieldFault & { file: string })[];
} {
  const owners: Owner[] = [];
  const organisations: Organisation[] = [];
  const faults: (FieldFault & { file: string })[] = [];
  for (const { file, value } of files) {
    (value.owners ?? []).forEach((owner, index) => {
      const until = owner.until === undefined ? undefined : parseDate(owner.until);
      if (until && isFault(until)) {
        const path = ['owners', index, 'until'];
        faults.push({ file, path, kind: 'date', written: owner.until ?? '', fault: until });
      }
      owners.push(
        located(file, ['owners', index], {
          id: owner.id,
          organisation: owner.organisation ?? owner.id,
          role: owner.role,
          also: list(owner.also),
          until: until && !isFault(until) ? until : undefined,
        }),
      );
    });
    (value.organisations ?? []).forEach((organisation, index) => {
      organisations.push(
        located(file, ['organisations', index], {
          name: organisation.name,
          title: organisation.title,
          also: list(organisation.also),
        }),
      );
    });
  }
  return { directory: new OwnerDirectory(owners, organisations), faults };
}

/** One set of standards from what its file says. */
export function buildStandards(file: string, value: StandardsFile): Standards {
  return located(file, [], {
    id: value.standards,
    title: value.title ?? '',
    domains: (value.domains ?? []).map((domain, d) => ({
      title: domain.title ?? '',
      questions: (domain.questions ?? []).map((question, q) => ({
        title: question.title ?? '',
        expectations: (question.expectations ?? []).map((expectation, e) =>
          located(file, ['domains', d, 'questions', q, 'expectations', e], {
            id: expectation.id,
            text: expectation.text ?? '',
          }),
        ),
      })),
    })),
  });
}

function list(value: string | readonly string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value.filter(() => true);
}
