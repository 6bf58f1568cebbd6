import type { Command } from 'commander';
import { FILE_KINDS } from '../model/file-kind.ts';
import { counted } from '../model/words.ts';
import { cleanText } from '../render/clean-text.ts';
import { joinPath } from '../source/file-tree.ts';
import type { Session } from './session.ts';

const WORKFLOW = '.github/workflows/plans.yml';

export function addInit(program: Command, session: Session): void {
  program
    .command('init')
    .summary('set up a repository for plans: settings, owners, editor, checks')
    .description(
      'Makes the files a repository of plans needs: settings, owners, the schemas and settings by which an editor helps to write, a check for every commit and one for CI. Files that are there stay as they are.',
    )
    .argument('[folder]', 'the root of the repository (default: .)')
    .addHelpText('after', '\nExample:\n  $ actionplan init')
    .action(async (folder: string | undefined) => runInit(session, folder ?? '.'));
}

async function runInit({ host }: Session, folder: string): Promise<void> {
  let made = 0;
  let ownerIsMissing = false;
  for (const [name, text] of Object.entries(await filesOf(host.version))) {
    const path = joinPath(folder, name);
    if (host.files.kind(path) !== 'missing') {
      host.note(`${cleanText(path)} is there already and stays as it is\n`);
      continue;
    }
    host.replace(path, null, new TextEncoder().encode(text));
    host.out(`${cleanText(path)}\n`);
    made += 1;
    ownerIsMissing ||= name === WORKFLOW;
  }
  host.note(`${counted(made, 'file')} made\n`);
  if (ownerIsMissing) {
    host.note(
      `before it runs on GitHub, write in ${WORKFLOW} where you keep actionplan, in place of OWNER\n`,
    );
  }
  host.note('next: actionplan new plan\n');
}

/** What is made, in the order in which it is worth reading. */
async function filesOf(version: string): Promise<Record<string, string>> {
  const { fileJsonSchema, profileJsonSchema } = await import('../schema/json-schema.ts');
  return {
    'plans/actionplan.yaml': SETTINGS,
    'plans/owners.yaml': OWNERS,
    ...Object.fromEntries(
      FILE_KINDS.map((kind) => [
        `schemas/${kind}.schema.json`,
        `${JSON.stringify(fileJsonSchema(kind), null, 2)}\n`,
      ]),
    ),
    'schemas/profile.schema.json': json(profileJsonSchema()),
    '.vscode/extensions.json': json({ recommendations: ['redhat.vscode-yaml'] }),
    '.vscode/settings.json': json({
      'yaml.schemas': {
        './schemas/settings.schema.json': 'plans/**/actionplan.yaml',
        './schemas/owners.schema.json': 'plans/**/owners.yaml',
      },
      '[yaml]': { 'editor.rulers': [100], 'editor.tabSize': 2, 'editor.insertSpaces': true },
    }),
    '.pre-commit-config.yaml': PRE_COMMIT,
    [WORKFLOW]: workflow(version),
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const SETTINGS = `# yaml-language-server: $schema=../schemas/settings.schema.json
#
# Settings of actionplan. \`actionplan rules\` lists the rules; each can be error, warning, info or off.
rules:
  complete-evidence: warning
`;

const OWNERS = `# yaml-language-server: $schema=../schemas/owners.schema.json
#
# Who owns actions. With this file present, an owner that is not in it is an error, so that nobody is
# spelt in two ways. Without it owners are free text.
owners: []
#  - id: records-team
#    organisation: NHS England
#    role: Head of Records
#    also:
#      - Records team
`;

const PRE_COMMIT = `# Checks the plans before every commit: https://pre-commit.com
repos:
  - repo: local
    hooks:
      - id: actionplan-validate
        name: plans are sound
        language: system
        entry: actionplan validate plans
        files: ^plans/.*\\.ya?ml$
        pass_filenames: false
      - id: actionplan-fmt
        name: plans are laid out in the one way
        language: system
        entry: actionplan fmt --check plans
        files: ^plans/.*\\.ya?ml$
        pass_filenames: false
`;

// The tool is fetched by whose it is, never by a bare name that anybody may take in a registry.
const workflow = (version: string) => `# Checks the plans on every push and pull request.
name: plans
on: [push, pull_request]
permissions:
  contents: read
jobs:
  plans:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: OWNER/actionplan@v${version}   # OWNER: where you keep actionplan
        with:
          paths: plans
          base: \${{ github.event.pull_request.base.sha }}
`;
