import { listed } from './word-list.ts';

/**
 * What a verb must have beside it to be a step that is done or not done:
 * - `anything`: the act is plain whatever it is done to: "recruit", "install";
 * - `product`: something is made or changed, so the thing must be named: "update the guidance";
 * - `bounded`: a review or evaluation, of a thing with an end: a document, a programme, courts;
 * - `amount`: only a number, a frequency or a stated coverage makes it a step: "achieve 95%".
 */
export type Needs = 'anything' | 'product' | 'bounded' | 'amount';

export interface StepVerbs {
  readonly needs: Needs;
  readonly reason: string;
  /** Base forms, with any particle: every form of them is found. */
  readonly verbs: readonly string[];
}

export const STEP_VERBS: readonly StepVerbs[] = [
  {
    needs: 'anything',
    reason:
      'leaves a record whatever its object: an issue, a contract, an appointment, a bill paid',
    verbs: listed(`publish, republish, re-publish, recruit, appoint, hire, employ, procure, install,
      uninstall, replace, purchase, buy, decommission, dismiss, open, close, go live, abolish,
      repeal, enact, legislate, mandate, translate, refurbish, demolish, award, sign, advertise,
      withdraw, license, accredit, certify, repair, relocate, rewrite, repay, recover, reimburse,
      suspend, disband, rectify`),
  },
  {
    needs: 'product',
    reason: 'makes a thing that was not there',
    verbs:
      listed(`produce, develop, redevelop, co-develop, co-produce, create, write, draft, redraft,
      design, redesign, co-design, build, construct, establish, re-establish, set up, stand up,
      instigate, institute, initiate, introduce, launch, relaunch, form, constitute, prepare,
      compile, print, set, make, take forward, plan, expect`),
  },
  {
    needs: 'product',
    reason: 'changes a thing, so that the old and the new can be compared',
    verbs:
      listed(`update, refresh, revise, amend, change, modify, rework, redraw, finalise, finalize, extend,
      expand, widen, reconfigure, upgrade, migrate, automate, adapt, convert, digitise, digitize,
      combine, merge, move, renew, renegotiate, transform into, reform, remove, delete, end, stop,
      cease, standardise, standardize, formalise, formalize, codify`),
  },
  {
    needs: 'product',
    reason: 'puts a thing before others, who have it or do not',
    verbs: listed(`issue, reissue, release, deliver, co-deliver, provide, offer, supply, give,
      distribute, disseminate, circulate, share, send, submit, present, cascade, email, post,
      display, hand out, upload, announce, broadcast, lodge, file, serve, inform, notify, tell,
      advise, brief, train, induct, answer`),
  },
  {
    needs: 'product',
    reason: 'settles a thing between people, which is then settled or not',
    verbs: listed(`agree, adopt, approve, sign off, ratify, endorse, confirm, commission,
      recommission, contract, negotiate, secure, fund, allocate, ring-fence, nominate, designate,
      assign, identify, name, define, require, specify, set out, put forward, outline, state, describe, detail,
      document`),
  },
  {
    needs: 'product',
    reason: 'puts a thing where it was not: into a form, a programme, a system',
    verbs:
      listed(`add, include, incorporate, integrate, insert, attach, append, put, place, implement,
      roll out, rollout, deploy, configure, populate, link, connect, record, map, cover, couple,
      form part, support by, accompany, underpin, contribute to, reflect, appear, enrol`),
  },
  {
    needs: 'product',
    reason: 'holds an occasion or carries out a piece of work, which then has taken place or not',
    verbs: listed(`hold, host, arrange, schedule, book, convene, reconvene, organise, organize,
      complete, conduct, carry out, undertake, perform, run, pilot, trial, test, start, begin,
      commence, take place, embark, finish, conclude, lead, chair, co-chair, attend, meet, receive, collect,
      gather, obtain, get, validate, verify, follow up, follow this up, follow it up, coordinate, co-ordinate, have, ensure, bring, raise,
      commit`),
  },
  {
    needs: 'bounded',
    reason: 'looks at something, and is over only if the thing looked at has an end',
    verbs:
      listed(`review, re-review, evaluate, audit, assess, inspect, appraise, consult, benchmark,
      peer review, survey, consult with, consult on, dip sample, sample, reassess, quality assure, proofread, check,
      scrutinise, scrutinize, reconcile, rescope`),
  },
  {
    needs: 'amount',
    reason: 'is a step only by how much, how often or for whom it is done',
    verbs: listed(`achieve, reach, increase, decrease, reduce, cut, raise, lower, respond, monitor,
      meet, collect, gather, follow, review, audit, check, report, inspect, clear, cover, visit,
      see, interview, contact, screen, offer, halve, double, limit, cap, process, attend, receive,
      benefit, undergo, test, sample, observe, assess, remand, discuss, analyse, ensure, transfer,
      remind, train, roll out, take part, measure, pay, save, go, approve, serve, pilot, integrate,
      answer, collate, complete, provide, deliver, hold, have, use, ask, fund, build, make, refer, write,
      debrief, supervise, track, log, conduct, undertake, share, register, house`),
  },
];

/** Verbs that hand the promise on to the verb after them: "is expected to be published". */
export const PASSING_ON: readonly string[] =
  listed(`expect, plan, agree, ask, request, require, need,
  intend, commit, propose, start, begin, commence, instruct, direct, invite, recommend, arrange,
  schedule, pledge, confirm, task, oblige, mandate, proceed, finish, decide, be, do, have, make`);

/** Verbs of effort whose "to" names the step, if it names a product: "work with X to publish". */
export const TOGETHER: readonly string[] = listed(`work, collaborate, cooperate, co-operate, join,
  meet, lead, take steps, take action, take appropriate steps, take appropriate action`);

/** Verbs that leave the step to those asked: it is a step, but its uptake is not measured. */
export const ASKING: readonly string[] = listed('ask, request, invite, urge, advise, recommend');

/** What a form or a field does once it is there: "a field will ask whether …". */
export const ASKING_FOR: readonly string[] = listed('ask, prompt, capture, show, display, require');

/** What an event must undergo to have taken place: "the rollout will commence". */
export const TAKING_PLACE: readonly string[] = listed(`complete, commence, begin, start, take place,
  close, conclude, finish, launch, plan, expect, schedule, hold, undertake, conduct, carry out, deliver,
  run, end, evaluate`);

/** Verbs by which a document says what is in it: "the framework will outline". */
export const CONTAINING: readonly string[] =
  listed(`outline, set out, describe, incorporate, include,
  cover, detail, specify, put forward, state, define, document`);

/** Verbs of putting something into a body or a piece of work: "include it in the programme". */
export const PUTTING_INTO: readonly string[] = listed(`add, include, incorporate, integrate, insert,
  attach, append, put, place, record`);

/** Changes that can be made to what a review before them was of: "review and update". */
export const CHANGING: readonly string[] = listed(`update, amend, revise, change, rewrite, reissue,
  refresh, publish, finalise, share, circulate`);
