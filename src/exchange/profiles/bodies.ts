import type { BuiltInProfile } from '../profile.ts';

/** HM Prison and Probation Service and the Ministry of Justice: answers to inspections. */
export const hmpps: BuiltInProfile = {
  profile: 'hmpps',
  title: 'HMPPS: agreed, partly agreed, not agreed; ongoing, complete',
  dates: 'day-first',
  words: { status: { ongoing: 'in-progress' } },
};

/**
 * Safeguarding boards. By their key, red is whatever is not complete: that says neither that it has
 * not begun nor that it has.
 */
export const hsab: BuiltInProfile = {
  profile: 'hsab',
  title: 'HSAB: RAG. Green: completed; amber: in progress; red: not complete',
  dates: 'day-first',
  columns: { RAG: 'status', 'RAG status': 'status', 'RAG rating': 'status' },
  words: {
    status: {
      green: 'complete',
      amber: 'in-progress',
      red: 'none',
      g: 'complete',
      a: 'in-progress',
      r: 'none',
      'not complete': 'none',
    },
  },
};

/** Government responses that accept recommendations. */
export const accepted: BuiltInProfile = {
  profile: 'accepted',
  title: 'Accepted, partially accepted, rejected',
  words: {
    agreement: {
      accepted: 'agreed',
      accept: 'agreed',
      'fully accepted': 'agreed',
      'accepted in full': 'agreed',
      'partially accepted': 'partly-agreed',
      'partly accepted': 'partly-agreed',
      'accepted in part': 'partly-agreed',
      'partially accept': 'partly-agreed',
      rejected: 'not-agreed',
      reject: 'not-agreed',
      'not accepted': 'not-agreed',
      // How far that goes, the words do not say.
      'accepted in principle': 'none',
      noted: 'none',
    },
  },
};

/** Offices of inspectors general: closing is asked for by the agency and done by the office. */
export const concurred: BuiltInProfile = {
  profile: 'concurred',
  title: 'Concurred, partially concurred, did not concur',
  dates: 'month-first',
  words: {
    agreement: {
      concurred: 'agreed',
      concur: 'agreed',
      concurs: 'agreed',
      'partially concurred': 'partly-agreed',
      'partially concur': 'partly-agreed',
      'partially concurs': 'partly-agreed',
      'concur in part': 'partly-agreed',
      'concurred in part': 'partly-agreed',
      'did not concur': 'not-agreed',
      'does not concur': 'not-agreed',
      'do not concur': 'not-agreed',
      'non concur': 'not-agreed',
      'non concurred': 'not-agreed',
      nonconcur: 'not-agreed',
      nonconcurred: 'not-agreed',
      'concurred in principle': 'none',
      'neither agreed nor disagreed': 'none',
    },
    status: {
      open: 'none',
      resolved: 'none',
      unresolved: 'none',
      'closure requested': 'none',
      'closed implemented': 'complete',
      'closed not implemented': 'none',
      'open partially addressed': 'in-progress',
      'open partially implemented': 'in-progress',
    },
  },
};

/** Audit committees that follow how far recommendations have been implemented. */
export const implemented: BuiltInProfile = {
  profile: 'implemented',
  title: 'Implemented, partially implemented, not implemented',
  words: {
    status: {
      implemented: 'complete',
      'fully implemented': 'complete',
      'implemented in full': 'complete',
      'partially implemented': 'in-progress',
      'partly implemented': 'in-progress',
      'being implemented': 'in-progress',
      'in progress of implementation': 'in-progress',
      // That it has not been done is no word on whether it has begun.
      'not implemented': 'none',
      'not yet implemented': 'none',
      superseded: 'superseded',
      'no longer applicable': 'none',
    },
  },
};

/** Plans of action and milestones of federal agencies of the United States. */
export const federal: BuiltInProfile = {
  profile: 'federal',
  title: 'US federal plans of action and milestones',
  dates: 'month-first',
  columns: {
    Weakness: 'recommendation',
    'Weakness Description': 'recommendation',
    'Point of Contact': 'owner',
    'Office/Organization': 'owner',
    'Responsible Office/Organization': 'owner',
    Milestones: 'action',
    'Milestones with Completion Dates': 'action',
    'Milestones with Interim Completion Dates': 'action',
    'Planned Milestones': 'action',
    'Scheduled Completion Date': 'target',
    'Changes to Milestones': 'revised-target',
    'Milestone Changes': 'revised-target',
    'Resources Required': 'achievable',
  },
  words: {
    status: {
      ongoing: 'in-progress',
      'on track': 'in-progress',
      // It is late; that is worked out from its date.
      delayed: 'none',
      // Put off, which may be before or after it was begun.
      deferred: 'none',
      open: 'none',
      pending: 'none',
      'pending verification': 'none',
      'closure requested': 'none',
      closed: 'none',
      cancelled: 'withdrawn',
      canceled: 'withdrawn',
    },
  },
};

/**
 * Cloud services authorised under FedRAMP: the columns of its template, in which the plan of
 * remediation is what will be done, and its milestones and their changes are logs in one cell.
 */
export const fedramp: BuiltInProfile = {
  profile: 'fedramp',
  title: 'FedRAMP: plan of action and milestones, by its template',
  dates: 'month-first',
  columns: {
    'POAM ID': 'recommendation-id',
    'Weakness Name': 'recommendation',
    'Weakness Description': 'recommendation-notes',
    'Point of Contact': 'owner',
    'Resources Required': 'achievable',
    'Overall Remediation Plan': 'action',
    'Original Detection Date': 'raised',
    'Scheduled Completion Date': 'target',
    'Planned Milestones': 'notes',
    'Milestone Changes': 'notes',
    'Status Date': 'date',
    'Supporting Documents': 'evidence',
    Comments: 'progress',
  },
};
