import type { Html } from '../../render/html.ts';
import { chartStyle } from '../charts/index.ts';
import { aboutPage } from './about-page.ts';
import { changesPage } from './changes-page.ts';
import { dataFiles } from './data-files.ts';
import { dataPage } from './data-page.ts';
import { monthInWords, pageText, SCRIPT_PATH, STYLE_PATH } from './frame.ts';
import type { SiteFile, SiteInput } from './input.ts';
import {
  figurePages,
  organisationPage,
  organisationsPage,
  ownerPage,
  ownersPage,
} from './list-pages.ts';
import { monthPage } from './month-page.ts';
import { overview, plansPage } from './overview.ts';
import { planPage } from './plan-page.ts';
import { type Site, siteOf } from './site.ts';

interface PageToMake {
  readonly path: string;
  readonly title: string;
  readonly kicker?: string | undefined;
  readonly body: () => Html;
}

/** The files of a site, each made when it is asked for. Pure: the same input, the same bytes. */
export function siteFiles(input: SiteInput): SiteFile[] {
  const site = siteOf(input);
  const pages = pagesOf(site).map(({ body, ...page }) => ({
    path: page.path,
    content: () => pageText(site, { ...page, body: body() }),
  }));
  return [
    ...pages,
    ...dataFiles(input),
    { path: STYLE_PATH, content: () => `${input.assets.style}\n${chartStyle}\n` },
    { path: SCRIPT_PATH, content: () => input.assets.script },
  ];
}

function pagesOf(site: Site): PageToMake[] {
  const { comparison } = site;
  return [
    { path: 'index.html', title: site.title, body: () => overview(site) },
    { path: 'plans.html', title: 'Plans', body: () => plansPage(site) },
    ...site.plans.map((part) => ({
      path: part.path,
      title: part.plan.title,
      kicker: site.kicker(part.plan.id),
      body: () => planPage(site, part),
    })),
    ...figurePages(site),
    { path: 'month.html', title: `Movement in ${monthInWords(site)}`, body: () => monthPage(site) },
    ...(comparison
      ? [
          {
            path: 'changes.html',
            title: `Changes since ${comparison.base.rev}`,
            body: () => changesPage(site, comparison),
          },
        ]
      : []),
    { path: 'owners.html', title: 'Owners', body: () => ownersPage(site) },
    ...site.owners.map((part) => ({
      path: part.path,
      title: part.label,
      kicker: 'Owner',
      body: () => ownerPage(site, part),
    })),
    { path: 'organisations.html', title: 'Organisations', body: () => organisationsPage(site) },
    ...site.organisations.map((part) => ({
      path: part.path,
      title: part.title ?? part.label,
      kicker: 'Organisation',
      body: () => organisationPage(site, part),
    })),
    { path: 'data.html', title: 'Data', body: () => dataPage(site) },
    { path: 'about.html', title: 'About these figures', body: () => aboutPage(site) },
  ];
}
