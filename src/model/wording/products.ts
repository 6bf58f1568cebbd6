import { listed } from './word-list.ts';

/**
 * What a step leaves behind:
 * - `artefact`: a thing one can ask to see, which makes the action measurable too;
 * - `event`: a body, an occasion or a piece of work: a step, but nothing to ask for.
 */
export type ProductKind = 'artefact' | 'event';

export interface Products {
  readonly kind: ProductKind;
  readonly reason: string;
  /** Singular; the plural is found too. */
  readonly nouns: readonly string[];
}

export const PRODUCTS: readonly Products[] = [
  {
    kind: 'artefact',
    reason: 'a text with a version, which can be asked for',
    nouns:
      listed(`guidance, guide, guideline, plan, workplan, strategy, policy, protocol, procedure,
      report, framework, specification, standard, manual, handbook, toolkit, leaflet, poster,
      brochure, booklet, factsheet, document, paper, statement, code of practice, charter, pledge,
      letter, memo, circular, bulletin, newsletter, briefing, aide memoire, proposal, business case,
      response, terms of reference, roadmap, timetable, schedule, rota, job description,
      curriculum, syllabus, module, material, resource, training package, package, e-learning,
      elearning, video, podcast, webpage, web page, website, presentation, slide, script, flowchart,
      flow chart, process map, directory, glossary, template, form, proforma, pro forma, checklist,
      questionnaire, methodology, bill, act, regulation, legislation, white paper, green paper, prospectus,
      constitution, minutes, instruction, operating model, map, finding, note, appendix, annex, faq,
      risk assessment, impact assessment, draft`),
  },
  {
    kind: 'artefact',
    reason: 'a record or data that can be looked at',
    nouns: listed(`dataset, data set, dashboard, database, register, log, portal, field, flag,
      identifier, record, case file, file format, data collection, tool, app, indicator, metric,
      kpi, scorecard, tracker, inventory, spreadsheet, certificate, contact detail, matrix,
      baseline, list, index, logbook, email address, telephone number, mailbox`),
  },
  {
    kind: 'artefact',
    reason: 'something agreed or paid for, with a paper to show it',
    nouns: listed(`agreement, memorandum, mou, contract, licence, license, tender, grant,
      sla, isa, dsa, lease, budget, bidder, governance structure, governance arrangement, duty,
      consultant, guardian, champion, single point of contact, contact, coordinator, co-ordinator,
      named lead, appointment`),
  },
  {
    kind: 'artefact',
    reason: 'a study that ends in a written result',
    nouns:
      listed(`needs assessment, needs analysis, gap analysis, cost assessment, research project,
      feasibility study, options appraisal, impact analysis, psychiatric report`),
  },
  {
    kind: 'artefact',
    reason: 'equipment, a place or a technical change that is there or not',
    nouns: listed(`telephone, camera, software, functionality, system change, systems change,
      authentication, video link, cctv, body worn video, laptop, device, scanner, vehicle,
      prison system, helpline, door, window, bed, building, case management system,
      it system, screen, rollout, roll-out, equipment, kit`),
  },
  {
    kind: 'event',
    reason: 'a body or a post that is set up or not, which by itself leaves nothing to ask for',
    nouns: listed(`group, board, panel, committee, forum, network, team, hub, partnership, service,
      clinic, centre, unit, role, post, workstream, programme, program, project, scheme, taskforce,
      collaborative, governance, lead, officer, inspectorate, community of practice, structure,
      site, desk`),
  },
  {
    kind: 'event',
    reason: 'an occasion that takes place or not, which by itself leaves nothing to ask for',
    nouns: listed(`meeting, workshop, webinar, seminar, conference, event, session, training, visit,
      induction, course, exercise, campaign, consultation, roadshow, drop-in, surgery,
      conversation, one-to-one, hearing, announcement, date`),
  },
  {
    kind: 'event',
    reason: 'a piece of work that ends or not, which by itself leaves nothing to ask for',
    nouns: listed(`review, evaluation, audit, pilot, trial, deep-dive, deep dive, analysis, study,
      survey, process, system, arrangement, model, pathway, mechanism, remit, time limit, reform,
      recruitment, procurement, refresh, revision, integration, link, inspection, gateway,
      intervention, advice, recommendation, redesign, restructure, investigation, prompt, research,
      reporting, screening, funding`),
  },
];

/** Words that make an occasion or a body no more than an aim: "a better service". */
export const WISHED: readonly string[] = listed(`better, improved, enhanced, effective, appropriate,
  good, best, high-quality, excellent, stronger, adequate, sufficient, timely, due`);

/** What says nothing until it is said what in or for whom: "developing training that will help". */
export const UNNAMED: readonly string[] = listed(
  'training, sessions, events, meetings, programmes',
);

/** What works by a rule: with the rule stated ("a system whereby …") each case can be checked. */
export const RULES: readonly string[] = listed('system, systems, mechanism, process, procedure');

/** Things with an end to look at: what a review or evaluation may be of, beside any product. */
export const BOUNDED: readonly string[] = listed(`power, court, impact, effectiveness, legislation,
  programme, contract, case, complaint, incident, death, recording, arrangement, usage, decision,
  application, item, sample, estate, relationship, caseload, establishment, staffing, budget,
  structure, training, ward`);

/** What makes a review unbounded however it is put. */
export const UNBOUNDED: readonly string[] = listed(`how, whether, what, why, potential, possibility,
  possibilities, feasibility, ways, process, processes, needs, options, opportunities, practice,
  findings, progress, comments, relationships, approach, approaches, initiatives`);

/** Nouns of making: what they are "of" comes about. */
export const MAKING: readonly string[] =
  listed(`inclusion, addition, introduction, insertion, creation,
  publication, production, installation, drafting`);

/** Work of looking: what it is "of" is looked at, not made. */
export const LOOKING: readonly string[] = listed(`review, reviews, evaluation, evaluations, audit,
  audits, analysis, assessment, study, consultation, deep-dive, investigation, inspection, pilot,
  exploration`);
