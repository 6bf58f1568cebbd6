import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Files = Readonly<Record<string, string>>;

/** A real repository in a temporary folder: the files committed, then others in their place. */
export async function inRepository<T>(
  committed: Files,
  then: Files,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'actionplan-repository-'));
  const git = (...argv: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@t', ...argv], {
      stdio: 'pipe',
    });
  try {
    git('init', '--quiet');
    put(folder, committed);
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Plan');
    for (const name of Object.keys(committed)) rmSync(join(folder, name));
    put(folder, then);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function put(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
