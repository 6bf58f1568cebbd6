import actionsRequired from './actions-required.ts';
import agreedPartRequired from './agreed-part-required.ts';
import agreementRequired from './agreement-required.ts';
import changeActionKept from './change-action-kept.ts';
import changeActionWords from './change-action-words.ts';
import changeAgreement from './change-agreement.ts';
import changeFirstTarget from './change-first-target.ts';
import changeOwner from './change-owner.ts';
import changeProgressDated from './change-progress-dated.ts';
import changeProgressKept from './change-progress-kept.ts';
import changeRecommendationKept from './change-recommendation-kept.ts';
import changeRecommendationWords from './change-recommendation-words.ts';
import changeSettings from './change-settings.ts';
import completeEvidence from './complete-evidence.ts';
import completeWords from './complete-words.ts';
import completedConsistent from './completed-consistent.ts';
import dateReal from './date-real.ts';
import fileReadable from './file-readable.ts';
import idPrefix from './id-prefix.ts';
import idSequence from './id-sequence.ts';
import idUnique from './id-unique.ts';
import oneDeliverable from './one-deliverable.ts';
import overdueExplained from './overdue-explained.ts';
import ownerInPost from './owner-in-post.ts';
import ownerKnown from './owner-known.ts';
import ownerRequired from './owner-required.ts';
import ownerSpelling from './owner-spelling.ts';
import progressAfterRaised from './progress-after-raised.ts';
import progressNotFuture from './progress-not-future.ts';
import progressOrder from './progress-order.ts';
import progressStatusStaysClosed from './progress-status-stays-closed.ts';
import reasonCategory from './reason-category.ts';
import reasonRequired from './reason-required.ts';
import referenceCycle from './reference-cycle.ts';
import referenceExists from './reference-exists.ts';
import referenceInText from './reference-in-text.ts';
import responseRequired from './response-required.ts';
import roundCovered from './round-covered.ts';
import type { Rule } from './rule.ts';
import schema from './schema.ts';
import smartAchievable from './smart-achievable.ts';
import smartMeasurable from './smart-measurable.ts';
import smartRealistic from './smart-realistic.ts';
import smartSpecific from './smart-specific.ts';
import smartTimeBound from './smart-time-bound.ts';
import supersededBy from './superseded-by.ts';
import targetAfterRaised from './target-after-raised.ts';
import targetForm from './target-form.ts';
import targetMoveExplained from './target-move-explained.ts';
import targetOrder from './target-order.ts';
import textClean from './text-clean.ts';
import textWhole from './text-whole.ts';
import unknownDocument from './unknown-document.ts';
import waiverReason from './waiver-reason.ts';
import waiverUsed from './waiver-used.ts';
import yamlPlain from './yaml-plain.ts';
import yamlSyntax from './yaml-syntax.ts';
import yamlUniqueKeys from './yaml-unique-keys.ts';

/** Every rule, in the order of the reference. */
export const rules: readonly Rule[] = [
  fileReadable,
  yamlSyntax,
  yamlUniqueKeys,
  yamlPlain,
  unknownDocument,
  schema,
  targetForm,
  dateReal,
  agreementRequired,
  reasonRequired,
  reasonCategory,
  agreedPartRequired,
  actionsRequired,
  responseRequired,
  ownerRequired,
  ownerKnown,
  ownerSpelling,
  ownerInPost,
  smartSpecific,
  smartMeasurable,
  smartAchievable,
  smartRealistic,
  smartTimeBound,
  oneDeliverable,
  targetAfterRaised,
  targetMoveExplained,
  targetOrder,
  progressOrder,
  progressNotFuture,
  progressAfterRaised,
  progressStatusStaysClosed,
  completedConsistent,
  roundCovered,
  overdueExplained,
  completeEvidence,
  completeWords,
  supersededBy,
  idUnique,
  idPrefix,
  idSequence,
  referenceExists,
  referenceCycle,
  referenceInText,
  textClean,
  textWhole,
  changeRecommendationKept,
  changeRecommendationWords,
  changeActionKept,
  changeActionWords,
  changeFirstTarget,
  changeAgreement,
  changeOwner,
  changeProgressKept,
  changeProgressDated,
  changeSettings,
  waiverReason,
  waiverUsed,
];
