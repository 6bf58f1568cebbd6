import { plainFields } from '../edit/write-value.ts';
import { UsageError } from '../host.ts';
import { KINDS } from '../model/plan-file.ts';
import { UK_FINANCIAL_YEAR } from '../model/target.ts';
import { cleanText } from '../render/clean-text.ts';
import { folderOf, joinPath, overlayTree } from '../source/file-tree.ts';
import { load } from '../source/load.ts';
import { fill, type Question, single } from './fill.ts';
import type { Session } from './session.ts';

interface Flags {
  readonly title?: string;
  readonly kind?: string;
  readonly submitted?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly by?: readonly string[];
  readonly output?: string;
}

const QUESTIONS: readonly Question[] = [
  {
    field: 'plan',
    flag: 'the id',
    ask: 'Id of the plan, such as records-2023',
    required: true,
    pattern: /^[a-z0-9][a-z0-9-]{0,199}$/,
  },
  { field: 'title', flag: '--title', ask: 'Title', required: true },
  { field: 'kind', flag: '--kind', ask: 'What it answers to', required: true, choices: KINDS },
  {
    field: 'publisher',
    flag: '--publisher',
    ask: 'Who published the report it answers',
    isName: true,
  },
  {
    field: 'published',
    flag: '--published',
    ask: 'When that report was published',
    form: 'date',
    when: (known) => 'publisher' in known,
  },
  { field: 'by', flag: '--by', ask: 'Who answers', isName: true },
  { field: 'submitted', flag: '--submitted', ask: 'Submitted on', form: 'date', empty: 'today' },
];

/** Makes the file of a new plan; never in place of one that is there. */
export async function newPlan(
  session: Session,
  id: string | undefined,
  flags: Flags,
): Promise<void> {
  const { host } = session;
  const answers = await fill(host, QUESTIONS, { ...flags, plan: id }, UK_FINANCIAL_YEAR);
  const { plan, title, kind, by, submitted, publisher, published } = answers;
  const report = { ...(publisher && { publisher }), ...(published && { published }) };
  const name = single(plan);
  const folder = host.files.kind('plans') === 'folder' ? 'plans' : '.';
  const file = flags.output ?? joinPath(folder, `${name}.yaml`);
  const text = planText(
    plainFields({
      plan: name,
      title: title ?? '',
      kind: kind ?? '',
      ...(publisher && { report }),
      ...(by && { by }),
      submitted: submitted ?? host.today(),
    }),
    name,
  );
  const bytes = new TextEncoder().encode(text);
  const known = load(host.files, [folderOf(file)]);
  if (known.portfolio.plans.some((one) => one.id === name)) {
    throw new UsageError(`there is a plan ${name} already`, 'choose another id');
  }
  const fault = load(overlayTree(host.files, file, bytes), [file]).diagnostics.find(
    (one) => one.file === file,
  );
  if (fault) throw new UsageError(cleanText(fault.message), fault.help ?? undefined);
  host.replace(file, null, bytes);
  host.out(`${cleanText(file)}\n`);
  host.note(`next: actionplan new recommendation ${name} --text "…"\n`);
}

/** The comments stay in the file for whoever opens it next. */
function planText(fields: string, id: string): string {
  return `# yaml-language-server: $schema=../schemas/plan.schema.json
${fields}# Update rounds: each action open then should have an entry in each.
# rounds:
#   - date: 2022-06-30
#     title: Summer update
recommendations: []
# \`actionplan new recommendation ${id}\` adds one, \`actionplan new action ${id}/1\` an action to it:
#   - id: "1"
#     text: >-
#       The reviewer's words, verbatim.
#     agreement: agreed            # agreed | partly-agreed | not-agreed, the last two with a reason
#     actions:
#       - id: "1.1"                # begins with the recommendation's id
#         action: The one thing that will be done.
#         measure: What will show that it is done.
#         owner: Records team
#         target: 2022-09          # 2022-09-30, 2022-Q3, 2022-autumn, FY2022, from 2022-04, ongoing, "when: …"
#         progress:                # the log: \`actionplan progress ${id}/1.1\` adds an entry
#           - date: 2022-06-30
#             status: in-progress  # not-started | in-progress | paused | complete | superseded | withdrawn
#             text: What was done.
`;
}
