import { listed } from './word-list.ts';

/** Verbs that promise effort but no step: why a reviewer asks to have them replaced, and by what. */
export interface VagueVerbs {
  readonly kind: string;
  /** Base forms, with any particle: every form of them is found. */
  readonly verbs: readonly string[];
  readonly reason: string;
  readonly instead: string;
  /**
   * Whether a means named after it makes it good: "will support this by adding a field to the
   * form" is the adding of a field.
   */
  readonly byMeans?: true;
}

/**
 * Verbs that govern the rest of their clause: "explore how to publish" publishes nothing. Those
 * that are step verbs too ("identify a contact", "monitor monthly") are vague only without a thing
 * one can ask for or an amount.
 */
export const VAGUE_VERBS: readonly VagueVerbs[] = [
  {
    kind: 'continuing',
    verbs: listed(`continue, carry on, keep, keep under review, remain, maintain, sustain, persist,
      uphold, recommence, retain`),
    reason: 'says that something goes on, not what will be new',
    instead: 'name what will be new, or how often it will be done',
  },
  {
    kind: 'considering',
    verbs: listed(`explore, consider, examine, understand, scope, determine, investigate, look at,
      look into, think, reflect, ascertain, establish how, establish whether, establish what,
      establish why, gauge, give thought, give consideration, weigh, contemplate, study, research,
      learn, analyse, analyze, take stock, discover, find out, map out, assess whether, assess how,
      assess the potential, assess the feasibility, identify, recognise, recognize, acknowledge,
      undertake an exploration, discuss, debate, engage in a review, review how, review whether,
      review what, evaluate how, evaluate whether, evaluate the potential,
      evaluate the feasibility, evaluate the possibility, undertake work, conduct work,
      carry out work, do work, take into account, have regard, note`),
    reason: 'ends in a thought, not in something done',
    instead: 'name what the thinking will produce, such as a report, a decision or a plan',
  },
  {
    kind: 'trying',
    verbs:
      listed(`look to, seek, aim, attempt, try, strive, endeavour, endeavor, hope, aspire, wish,
      work towards, work toward, move towards, move toward, take steps, take action,
      take appropriate action, take appropriate steps, take all appropriate steps, take measures,
      make efforts, make every effort, want`),
    reason: 'promises the attempt, so it holds even if nothing comes of it',
    instead: 'name the step itself',
  },
  {
    kind: 'encouraging',
    verbs: listed(`promote, support, encourage, raise awareness, highlight, reinforce, champion,
      emphasise, emphasize, stress, share good practice, share best practice, share learning,
      share lessons, share the learning, influence, advocate, foster, nurture, cultivate, remind,
      empower, inspire, welcome, back, assist, help, facilitate, enable, contribute, contribute to,
      guide, motivate, urge, lobby, celebrate, showcase, recommit, commend, stimulate, pursue`),
    reason: 'leaves the step to others and does not say what its author will do',
    instead: "name the author's own step: what is written, sent, paid for or held",
    byMeans: true,
  },
  {
    kind: 'working with',
    verbs: listed(`work, liaise, engage, collaborate, cooperate, co-operate, bring together,
      coordinate, co-ordinate, communicate, interact, link in, join up, participate,
      build relationships, build effective, build strong, build on, forge, draw on, focus, drive,
      drive forward, take forward, progress, lead on, lead work,
      play a role, play a lead role, play a key role, play a part, play a lead, play, act, convene internal`),
    reason: 'says with whom or on what effort is spent, not what comes of it',
    instead: 'name what will come of it: a document, a decision, a service, a change',
    byMeans: true,
  },
  {
    kind: 'improving',
    verbs: listed(`improve, enhance, strengthen, maximise, maximize, optimise, optimize, streamline,
      address, tackle, align, ensure, assure, refine, boost, deepen, broaden, transform, modernise,
      modernize, simplify, minimise, minimize, eliminate, prevent, avoid, overcome, accelerate,
      embed, instil, upskill, inform, shape, prioritise, prioritize, manage, oversee, monitor,
      mitigate, protect, safeguard, deliver improvements, make improvements, make progress,
      make significant improvements, make significant progress, make good progress,
      develop approaches, develop an approach, develop practice, develop understanding,
      develop relationships, develop links, standardise, harmonise, make sure, resolve, respond,
      bolster, reduce, increase, raise, use, utilise, make use, smooth, demonstrate, become, enrich,
      rationalise, consolidate, equip, tailor, show, track, value, treat, deal, handle, rely,
      supervise, design to`),
    reason: 'is an aim and does not say what will be done to reach it',
    instead: 'name the step towards it, or the figure that will show it is reached',
    byMeans: true,
  },
];

/** Phrases that take the edge off a promise, wherever they stand. */
export interface VaguePhrases {
  readonly phrases: readonly string[];
  readonly reason: string;
  readonly instead: string;
  /** Whether the sentence promises nothing as long as it names nothing by name. */
  readonly conditional?: true;
}

export const VAGUE_PHRASES: readonly VaguePhrases[] = [
  {
    phrases:
      listed(`as required, as appropriate, as necessary, as needed, if required, if necessary,
      if appropriate, if needed, where required, where appropriate, where necessary, where needed,
      where possible, when required, when necessary, as far as possible, as far as is possible,
      so far as possible, wherever possible, as and when, subject to resources, subject to funding,
      where practicable`),
    reason: 'leaves open whether it is done at all',
    instead: 'say when it is required, or promise it outright',
    conditional: true,
  },
  {
    phrases: listed(`regularly, on a regular basis, shortly, in due course, as soon as possible,
      at the earliest opportunity, in the near future, timely, promptly, going forward,
      in the longer term, in longer term, over time, on an ongoing basis, early in`),
    reason: 'names no day or interval',
    instead: 'give the date, or how often',
  },
  {
    phrases: listed(`robust, appropriate, appropriately, effective, fit for purpose, best practice,
      good practice, next steps, joined-up, seamless, holistic, culture of, meaningful, momentum,
      opportunities, options, ways to, ways of, ways in which, a range of, a number of, various,
      accordingly, key partners, relevant partners, relevant agencies`),
    reason: 'can be read in many ways',
    instead: 'name what is meant',
  },
];

/** Phrases that make a clause a guess or a remark, not a promise: "work is underway". */
export const REMARKS: VaguePhrases = {
  phrases: listed(`it is anticipated, it is expected, it is hoped,
  it is imperative, it will be important, it will be crucial, it is important, it is likely,
  is likely to, are likely to, is subject to, are subject to, remains subject to, the aim of,
  the aim is, the purpose of, the intention is, the focus is, the focus of, the key focus,
  work is underway, work is under way, work is ongoing, work will continue, scoping work,
  the ambition is, the vision is, responsibility is, unable to, consideration will be given,
  consideration is being given, continuation of, continued, the need to, the need for`),
  reason: 'remarks on what is needed, expected or going on, and promises nothing',
  instead: 'say who will do what',
};
