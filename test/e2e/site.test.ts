import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROGRAM, runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/repository.ts';

const plan = (action: string): string => `plan: x
title: Record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records.
    agreement: agreed
    actions:
      - id: "1.1"
        action: ${action}
        owner: "Ïnspection: Team"
        target: 2023-06
        progress:
          - {date: 2023-01-31, status: in-progress, target: 2023-09, text: Delayed.}
      - id: "1.10"
        action: ${action}
        owner: "Zürich: Team"
        target: 2023-06
`;

function withPlan(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'plans'));
  writeFileSync(join(folder, 'plans/x.yaml'), plan('Publish a guide.'));
  return folder;
}

function filesIn(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return Object.fromEntries(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

describe('site', () => {
  it('writes the same bytes wherever and whenever', () => {
    const folder = withPlan();
    const sites = [
      { TZ: 'UTC', LC_ALL: 'C' },
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
      { TZ: 'Pacific/Pago_Pago', LC_ALL: 'sv_SE.UTF-8' },
    ].map((env, at) => {
      const argv = ['site', `out/${at}`, 'plans', '--as-of', '2023-05-01'];
      expect(runProgram(folder, argv, env)).toMatchObject({ status: 0, stdout: '' });
      return filesIn(join(folder, 'out', String(at)));
    });
    expect(Object.keys(sites[0] ?? {}).length).toBeGreaterThan(40);
    expect(sites[1]).toEqual(sites[0]);
    expect(sites[2]).toEqual(sites[0]);
  });

  it('names what is missing', () => {
    const folder = withPlan();
    expect(runProgram(folder, ['site'])).toMatchObject({
      status: 2,
      stderr: 'error: no folder is named for the site\nhelp: name it: actionplan site public\n',
    });
    expect(runProgram(folder, ['site', '--serve', '--port', '70000']).status).toBe(2);
    expect(runProgram(folder, ['site', '--serve', '--check']).status).toBe(2);
  });
});

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks the preview; unlike `fetch`, it may say whatever it likes as host and path. */
function ask(
  port: number,
  path: string,
  { host = `127.0.0.1:${port}`, method = 'GET', address = '127.0.0.1' } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: address, port, path, method, headers: { host }, agent: false },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          body += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('site --serve', () => {
  it('shows the site on this machine alone, follows the plans, and ends when told to', async () => {
    const folder = withPlan();
    const child = spawn(
      process.execPath,
      [PROGRAM, 'site', '--serve', '--port', '0', '--as-of', '2023-05-01', 'plans'],
      { cwd: folder, env: { PATH: process.env['PATH'] ?? '', HOME: folder } },
    );
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    let said = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (chunk: string) => {
      said += chunk;
    });
    try {
      await expect.poll(() => said, { timeout: 60_000 }).toContain('Ctrl-C ends it');
      const port = Number(/http:\/\/127\.0\.0\.1:(\d+)\//.exec(said)?.[1]);
      const first = await ask(port, '/');
      expect(first).toMatchObject({
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      });
      expect(first.body).toContain('1 plan with 1 recommendation');
      expect((await ask(port, '/assets/site.css')).headers['content-type']).toContain('text/css');
      expect((await ask(port, '/plans/x.html?x=1', { host: `localhost:${port}` })).status).toBe(
        200,
      );
      const head = await ask(port, '/plans/x.html', { method: 'HEAD' });
      expect([head.status, head.body]).toEqual([200, '']);

      // A name of another site that leads here (DNS rebinding), and what changes things.
      for (const host of [
        'evil.example',
        `evil.example:${port}`,
        `127.0.0.1:${port}.evil.example`,
      ]) {
        expect([host, (await ask(port, '/', { host })).status]).toEqual([host, 403]);
      }
      for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE']) {
        expect([method, (await ask(port, '/', { method })).status]).toEqual([method, 405]);
      }
      for (const path of [
        '/../plans/x.yaml',
        '/%2e%2e/plans/x.yaml',
        '//etc/passwd',
        '/plans/',
        '/%',
        '/..%5cplans%5cx.yaml',
        '/__proto__',
      ]) {
        expect([path, (await ask(port, path)).status]).toEqual([path, 404]);
      }
      const outside = Object.values(networkInterfaces())
        .flat()
        .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
      if (outside !== undefined) {
        await expect(ask(port, '/', { address: outside })).rejects.toThrow('ECONNREFUSED');
      }

      writeFileSync(join(folder, 'plans/x.yaml'), 'plan: x\ntitle: {\n');
      await expect
        .poll(() => said, { timeout: 60_000 })
        .toContain('cannot be read, so there is no site');
      expect((await ask(port, '/plans/x.html')).body).toContain('Publish a guide.');
      writeFileSync(join(folder, 'plans/x.yaml'), plan('Publish a longer guide.'));
      mkdirSync(join(folder, 'plans/more'));
      await expect
        .poll(async () => (await ask(port, '/plans/x.html')).body, { timeout: 60_000 })
        .toContain('Publish a longer guide.');
      await expect.poll(() => said, { timeout: 60_000 }).toContain('made anew: 1 plan');
      child.kill('SIGINT');
      expect(await ended).toBe(0);
      await expect(ask(port, '/')).rejects.toThrow('ECONNREFUSED');
    } finally {
      child.kill('SIGKILL');
    }
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['plans']);
  });
});
