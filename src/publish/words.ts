import type { Agreement, Kind, Status } from '../model/plan-file.ts';
import type { ColumnKey } from '../model/publish-settings.ts';
import type { Rag } from '../model/state.ts';

/** The fixed words of a document in one language. What a plan says stays as it says it. */
export interface Words {
  /** As in BCP 47. */
  readonly language: string;
  readonly actionPlan: string;
  /** What items are called where the plan does not say: one, and many. */
  readonly item: readonly [one: string, many: string];
  readonly months: readonly string[];
  readonly seasons: Readonly<Record<string, string>>;
  readonly facts: {
    readonly report: string;
    readonly publisher: string;
    readonly published: string;
    readonly answeredBy: string;
    readonly submitted: string;
    readonly update: string;
    readonly position: string;
  };
  readonly definitions: {
    readonly heading: string;
    readonly columns: readonly [term: string, definition: string, comment: string];
    readonly rows: Readonly<Record<Agreement, readonly [definition: string, comment: string]>>;
  };
  readonly agreement: Readonly<Record<Agreement | 'none', string>>;
  readonly isAgreement: Readonly<Record<Agreement, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly rag: Readonly<Record<NonNullable<Rag> | 'none', string>>;
  readonly columns: Readonly<Record<ColumnKey, string>>;
  /** What columns of a kind of plan are called where that differs. */
  readonly columnsOfKind: Readonly<Record<Kind, Readonly<Partial<Record<ColumnKey, string>>>>>;
  readonly reason: string;
  readonly agreedPart: string;
  readonly categories: Readonly<Record<string, string>>;
  readonly measure: string;
  readonly achievable: string;
  readonly realistic: string;
  readonly owner: string;
  readonly noOwner: string;
  readonly target: string;
  readonly noTarget: string;
  readonly nowTarget: string;
  readonly newTarget: string;
  readonly review: string;
  readonly raised: string;
  readonly dependsOn: string;
  readonly see: string;
  readonly evidence: string;
  readonly to: string;
  /** Between "Recommendations" and those they address. */
  readonly toWhom: string;
  readonly and: string;
  readonly progress: string;
  readonly noUpdate: string;
  readonly noStatus: string;
  readonly noProgress: string;
  readonly financialYear: string;
  readonly quarter: readonly [string, string, string, string];
  readonly from: string;
  readonly ongoing: string;
  readonly when: string;
  readonly overdue: string;
  readonly ragKey: {
    readonly heading: string;
    readonly meaning: string;
    readonly rows: Readonly<Record<NonNullable<Rag>, string>>;
  };
  readonly closing: {
    readonly byAgreement: string;
    readonly byStatus: string;
    readonly number: string;
    readonly total: string;
    readonly overdue: string;
    readonly agreement: string;
    readonly status: string;
  };
  readonly about: {
    readonly heading: string;
    readonly day: string;
    readonly revision: string;
    readonly changed: string;
    readonly noRevision: string;
    readonly format: string;
  };
  readonly contents: string;
  readonly page: readonly [page: string, of: string];
}
