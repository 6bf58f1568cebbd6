import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { KINDS } from '../../../src/model/plan-file.ts';
import { HOSTILE, hostilePlan } from '../../support/hostile-plan.ts';
import { run, runIn } from '../../support/memory-host.ts';
import { temporaryRepository } from '../../support/repository.ts';
import { attribute, linksIn, mainText, SitePage, siteOfRun, textIn } from '../../support/site.ts';

const site = ['site', 'out', '.', '--as-of', '2023-05-01'];

/** A plan of an action for each owner. */
function planWith(id: string, owners: readonly string[], more = ''): string {
  return stringify({
    plan: id,
    title: `Plan ${id}`,
    kind: 'strategy',
    submitted: '2022-03-04',
    recommendations: [
      {
        id: '1',
        text: 'Keep records.',
        actions: owners.map((owner, at) => ({
          id: `1.${at + 1}`,
          action: 'Publish a guide.',
          owner,
          target: '2023-04',
          ...(more === '' ? {} : { notes: more }),
        })),
      },
    ],
  });
}

describe('names of pages', () => {
  it('are plain, unique and in the folder, whatever plans and owners are called', async () => {
    const owners = [
      '../../etc/passwd',
      'con',
      'CON',
      'Aux: x',
      'NHS England',
      'nhs england ',
      'NHS-England',
      'x'.repeat(500),
      `${'x'.repeat(499)}y`,
      'Ünïcödé: Ähre',
      '财政部',
      'مالية',
      '.htaccess',
      'a/b\\c:d*e?f"g<h>i|j',
      '%2e%2e%2f',
      'none',
      '__proto__',
      'index.html#x?y',
    ];
    const plans = ['con', 'nul', 'a'.repeat(200), `${'a'.repeat(199)}b`];
    const files = Object.fromEntries(
      plans.map((id) => [`${id.slice(-20)}${id.length}.yaml`, planWith(id, owners)]),
    );
    const made = siteOfRun(await run(site, files));
    const paths = [...made.keys()];
    for (const path of paths) {
      expect(path).toMatch(
        /^(?:\.actionplan-site\.json|(?:[a-z]+\/)?[a-z0-9-]+\.(?:html|css|js|json|csv))$/,
      );
      expect(path).not.toMatch(/(?:^|\/)(?:con|prn|aux|nul|com\d|lpt\d)\./);
      expect(path.length).toBeLessThan(100);
    }
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    // Names that differ only in case or spaces are one owner.
    expect(paths.filter((path) => path.startsWith('owners/')).length).toBe(owners.length - 2);
    expect(paths.filter((path) => path.startsWith('plans/')).length).toBe(plans.length);
    for (const path of paths.filter((one) => one.endsWith('.html'))) {
      const page = new SitePage(made.get(path) ?? '');
      for (const link of linksIn(page, path))
        expect([link.path, made.has(link.path)]).toEqual([link.path, true]);
    }
  });

  it('a page keeps its name when other plans and owners come', async () => {
    const few = siteOfRun(await run(site, { 'a.yaml': planWith('a', ['Ministry A', 'team']) }));
    const more = siteOfRun(
      await run(site, {
        'a.yaml': planWith('a', ['ministry-a', 'Team B', 'Ministry A', 'team']),
        '0.yaml': planWith('b', ['MINISTRY A!']),
      }),
    );
    for (const path of few.keys()) expect([path, more.has(path)]).toEqual([path, true]);
  });

  it('two plans of one id have none, and every page says so', async () => {
    const files = {
      'a.yaml': planWith('x', ['A']),
      'b.yaml': planWith('x', ['B', 'C']),
      'c.yaml': planWith('y', ['A']),
    };
    expect((await run(site, files)).exit).toBe(2);
    const made = siteOfRun(await run([...site, '--skip-invalid'], files));
    const pages = [...made.keys()].filter((path) => path.startsWith('plans/'));
    expect(pages).toEqual(['plans/y.html']);
    for (const [path, text] of made) {
      if (!path.endsWith('.html')) continue;
      expect(mainText(new SitePage(text))).toContain(
        'a.yaml: the id x is also that of the plan in b.yaml',
      );
    }
  });
});

describe('owners and organisations', () => {
  it('that are spelt with other capitals are one, as in reports', async () => {
    const files = { 'a.yaml': planWith('a', ['Police: Chief', 'POLICE: Deputy', 'Police']) };
    const { stdout } = await run(
      ['report', 'owners', '.', '--by', 'organisation', '--format', 'json'],
      files,
    );
    const made = siteOfRun(await run(site, files));
    const rows = new SitePage(made.get('organisations.html') ?? '').table(
      'Actions by organisation',
    );
    expect(rows.length - 1).toBe(JSON.parse(stdout).rows.length);
    expect(rows.slice(1).map((cells) => cells.map((one) => textIn(one)))).toEqual([
      ['Police', '3', '0', '0', '3', '3'],
    ]);
  });
});

describe('what is on no page', () => {
  it('notes and tags, whatever they belong to and however they changed', async () => {
    const secret = 'not-for-print';
    const text = (more: string) =>
      planWith('x', ['Team'], `${secret} ${more}`)
        .replace('kind:', `notes: ${secret} ${more}\ntags: [${secret}]\nkind:`)
        .replace('text: Keep', `notes: ${secret} ${more}\n    tags: [${secret}]\n    text: Keep`);
    const { folder, write, commit } = temporaryRepository();
    write('plans/x.yaml', text('1'));
    commit('First');
    write('plans/x.yaml', text('2').replace('Publish a guide.', 'Publish a longer guide.'));
    const argv = ['site', 'out', 'plans', '--as-of', '2023-05-01', '--since', 'HEAD'];
    const made = siteOfRun(await runIn(folder, argv));
    for (const [path, page] of made) expect([path, page.includes(secret)]).toEqual([path, false]);
    const changes = mainText(new SitePage(made.get('changes.html') ?? ''));
    expect(changes).toContain(
      'Action reworded: "Publish a guide." is now "Publish a longer guide."',
    );
    expect(changes).toContain('3 changes of fields that are not published are not shown');
  });

  it('plans from after the day, which the page on the figures names', async () => {
    const made = siteOfRun(
      await run(['site', 'out', '.', '--as-of', '2021-05-01'], { 'a.yaml': planWith('a', ['A']) }),
    );
    expect([...made.keys()].filter((path) => path.startsWith('plans/'))).toEqual([]);
    expect(made.get('about.html')).toContain('plan a is left out: it was submitted on 2022-03-04');
  });

  it('files that cannot be read: without leave there is no site, with it every page says so', async () => {
    const files = { 'a.yaml': planWith('a', ['A']), 'b.yaml': 'plan: b\ntitle: {\n' };
    const refused = await run(site, files);
    expect(refused.exit).toBe(2);
    expect(refused.edited).toEqual({});
    const made = siteOfRun(await run([...site, '--skip-invalid'], files));
    for (const [path, page] of made) {
      if (path.endsWith('.html'))
        expect([path, page.includes('1 file is left out of all figures')]).toEqual([path, true]);
    }
    expect(made.get('index.html')).toContain('b.yaml: line');
  });
});

describe.each(KINDS)('hostile texts in a plan of kind %s', (kind) => {
  it('are text on every page: no element, attribute or link that is not ours', async () => {
    const files = { 'x.yaml': stringify(hostilePlan(kind)) };
    const made = siteOfRun(await run([...site, '--title', HOSTILE.text], files));
    expect(made.size).toBeGreaterThan(20);
    for (const [path, text] of made) {
      if (!path.endsWith('.html')) continue;
      const page = new SitePage(text);
      const names = new Set(page.all.map(({ tagName }) => tagName));
      expect([...names].filter((name) => !ELEMENTS.has(name))).toEqual([]);
      const scripts = page.named('script');
      expect(
        scripts.map((one) => [attribute(one, 'src')?.replace('../', ''), textIn(one)]),
      ).toEqual([['assets/site.js', '']]);
      for (const element of page.all) {
        for (const { name, value } of element.attrs) {
          expect(name).not.toMatch(/^on|^style$|^srcset$|^formaction$/);
          if (name === 'href' || name === 'src') {
            expect(value).toMatch(
              /^(?:#[\w.-]+|https?:\/\/[^/]|mailto:|(?:\.\.\/)?(?:[a-z]+\/)?[a-z0-9-]+\.(?:html|css|js|json|csv)(?:#[\w.-]+)?)/,
            );
          }
        }
      }
      // Only what is in the HTML after unescaping may hold the signs; none of them acts.
      expect(text).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\ufffe\uffff]/,
      );
    }
    const shown = mainText(new SitePage(made.get('plans/x.html') ?? ''));
    for (const text of Object.values(HOSTILE.shown)) expect(shown).toContain(text);
  });
});

const ELEMENTS = new Set(
  'html head meta title link script body a header div p nav ul li main h1 h2 h3 h4 footer table caption thead tbody tfoot tr th td span strong br dl dt dd section article ol code figure details summary svg g path rect line text tspan title desc defs pattern circle polyline polygon use clippath'.split(
    ' ',
  ),
);

describe('--source-url', () => {
  const files = { 'plans of x/a.yaml': planWith('a', ['A']) };

  it('makes links of all places', async () => {
    const argv = [...site, '--source-url', 'https://git.example/{path}?line={line}'];
    const made = siteOfRun(await run(argv, files));
    expect(made.get('plans/a.html')).toContain(
      'href="https://git.example/plans%20of%20x/a.yaml?line=9"',
    );
    const without = siteOfRun(await run(site, files));
    expect(without.get('plans/a.html')).toContain(
      '<span class="app-source">plans of x/a.yaml:9</span>',
    );
  });

  it.each([
    ['javascript:alert({line})//{path}', 'is no address of the web'],
    ['../{path}', 'is no address of the web'],
    ['https://git.example/', 'has no {path}'],
    ['https://git.example/{path}/{branch}', 'has {branch}, which stands for nothing'],
    ['https://git.example/{revision}/{path}', 'asks for a {revision}, and the plans are in none'],
  ])('%s is refused', async (template, why) => {
    const { exit, stderr, edited } = await run([...site, '--source-url', template], files);
    expect(exit).toBe(2);
    expect(stderr).toContain(why);
    expect(edited).toEqual({});
  });
});
