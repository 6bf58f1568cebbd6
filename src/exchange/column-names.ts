import type { Field } from './fields.ts';

/**
 * The names people give to columns, in the plain form that `plainName` makes of a heading. A name
 * stands for one field alone; what is in none of these lists is a column without a home.
 */
const NAMES: Readonly<Partial<Record<Field, string>>> = {
  'recommendation-id':
    'no|number|rec|rec no|rec number|rec ref|rec id|ref|ref no|reference|reference no|reference number|id|item|item no|recommendation no|recommendation number|recommendation id|recommendation ref|recommendation reference|finding no|finding number|key concern no|key concern number|concern no|weakness id|poam id|poa m id|control id|sn|s no|serial no',
  to: 'addressed to|directed to|recommendation to|recommended to|for|addressee|addressees|recipient|to',
  theme:
    'theme|area|priority area|domain|workstream|work stream|category|heading|section|objective|strand|subject',
  recommendation:
    'recommendation|recommendations|evaluation recommendation|recommendation text|finding|findings|key concern|key concerns|concern|area of concern|area for improvement|issue|weakness|weaknesses|thematic review key concern|thematic review key concerns|audit recommendation|audit finding|inspection recommendation|learning point|observation|what we need to improve|recommendation description|recommendation title|finding description|finding title|weakness name|weakness description|weakness or deficiency|issue description|issue title',
  agreement:
    'agreed|agreement|agreed not agreed|agreed partly agreed not agreed|agreed partially agreed not agreed|agreed y n|agree|accepted|acceptance|accepted rejected|accepted partially accepted rejected|accepted partially accepted or rejected|accept|concurrence|concur|concurred|agency concurrence|management concurrence|response status|management decision|position',
  'reason-category': 'reason category|category of reason',
  reason:
    'reason|reasons|rationale|reason for non agreement|reason not agreed|explanation|reason for partial agreement',
  'agreed-part': 'agreed part|part agreed|part to be implemented',
  response:
    'response|responses|management response|agency response|government response|our response|response to recommendation|joint response|nhse hmpps response|official response|comment on recommendation',
  standards: 'standards|standard|expectation|expectations',
  'recommendation-notes': 'recommendation notes',
  'action-id':
    'action no|action number|action id|action ref|action reference|task no|milestone no|milestone id|milestone number',
  action:
    'action|actions|smart action|smart actions|agreed action|agreed actions|action planned|planned action|action to be taken|actions to be taken|action required|actions required|required action|response action taken planned|action taken planned|response action taken|milestone|milestones|key milestone|key milestones|task|tasks|commitment|commitments|corrective action|corrective actions|planned corrective action|management action|activity|what we will do|what will be done|remedial action|action points|action point|action description|action desc|action title|action name|action text|action detail|action details|planned actions|milestone description|milestone desc|milestone title|milestone name|task description|task title|task name|commitment description|commitment title|commitment text',
  measure:
    'measure|measures|measure of success|success measure|success measures|success criteria|success criterion|kpi|outcome|outcomes|intended outcome|expected outcome|how will we know|how we will know|evidence of completion|measurable|deliverable|deliverables|output|outputs|measure outcome|measurement|measurements|success metric|success metrics|performance measure|performance measures',
  achievable: 'achievable|resources|resources required|resource|dependencies|means',
  realistic: 'realistic|relevant|relevance|benefit|benefits',
  owner:
    'owner|owners|action owner|action owners|responsible owner|responsible owners|lead|leads|action lead|lead officer|action officer|action officer unit|lead organisation|lead organization|lead agency|lead person|responsible|responsible person|responsible officer|responsible official|responsible lead|responsible organisation|responsible party|person responsible|who|by whom|who will do it|accountable|accountable officer|assigned to|poc|point of contact|responsible manager|owner lead|responsibility|senior responsible owner|sro',
  target:
    'target|target date|target dates|target completion date|due|due date|deadline|timescale|timescales|time scale|timeframe|time frame|by when|when|original target|original target date|original due date|first target|completion date planned|planned completion date|scheduled completion date|expected completion date|estimated completion date|date due|implementation date|target implementation date|delivery date|end date|date for completion|completion due|expected date',
  review: 'review|review date|next review|next review date|date of review',
  raised: 'raised|raised on|date raised|date added|opened|date opened|start date',
  'depends-on': 'depends on|dependency|dependent on',
  tags: 'tags|tag|labels|label',
  notes: 'notes|note|internal notes|remarks',
  date: 'date of update|update date|date updated|last updated|last update|updated on|updated|date of last update|as at|status date|reporting date',
  status:
    'status|progress status|action status|current status|implementation status|completion status|state|overall status|latest status|status of action',
  completed:
    'completed on|date completed|completed date|completion date|actual completion date|date of completion|closed date|date closed|actual date|actual completion|done on',
  'revised-target':
    'revised target|revised target date|revised date|revised due date|revised deadline|new target|new target date|new due date|current target|current target date|extended date|revised completion date|revised timescale|revised implementation date|changes to milestones|milestone changes|current due date|extension date',
  by: 'reported by|update by|updated by|progress by|reporter|provided by',
  progress:
    'progress|progress update|progress updates|update|updates|latest update|latest progress|current position|position statement|comments|comment|commentary|progress comments|progress to date|progress against commitments|action taken|actions taken|action taken to date|review of action taken|progress made|progress narrative|latest position|nhse hmpps 12 month progress update|month progress update|12 month progress update|status update|update on progress|narrative|status description|status desc|status comment|status comments|status detail|status details|status note|status notes',
  evidence:
    'evidence|evidence link|evidence links|supporting evidence|supporting documents|documents|links|attachments|proof',
};

const FIELD_BY_NAME: ReadonlyMap<string, Field> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.split('|').map((name): [string, Field] => [name, field as Field]),
  ),
);

/** What a column is often called where another holds neither recommendations nor actions, the likeliest first. */
const TITLES = ['text', 'title', 'description', 'details', 'detail', 'name', 'summary'];

/** The field that a heading stands for by its name, or by its names: "Lead officer/Unit". */
export function fieldByName(heading: string): Field | undefined {
  const whole = fieldOfName(heading);
  if (whole !== undefined || !/[/|]/.test(heading)) return whole;
  const parts = new Set(heading.split(/[/|]/).flatMap((part) => fieldOfName(part) ?? []));
  const [only] = parts;
  return parts.size === 1 ? only : undefined;
}

/** How likely a heading is to be that of the words of an item, by its place in the list; undefined where it is not. */
export function titleRank(heading: string): number | undefined {
  const rank = TITLES.indexOf(plainName(heading));
  return rank < 0 ? undefined : rank;
}

function fieldOfName(heading: string): Field | undefined {
  // A sign that stands for "number" is all there is.
  if (heading.trim() === '#') return 'recommendation-id';
  const name = plainName(heading);
  // Programs join words: dueDate, milestoneStatus.
  const parted = plainName(heading.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2'));
  const whole = FIELD_BY_NAME.get(name) ?? FIELD_BY_NAME.get(parted);
  // "Recommendation/Status" says two things.
  return whole ?? (/[/|]/.test(heading) ? undefined : fieldOfItem(parted));
}

/** What a name says after the name of the item that it belongs to: "milestone status", "recommendation owner". */
function fieldOfItem(name: string): Field | undefined {
  const match =
    /^(?:(action|milestone|task|commitment)|recommendation|finding|weakness) (.+)$/.exec(name);
  const field = match && FIELD_BY_NAME.get(match[2] ?? '');
  if (!field) return undefined;
  if (field === 'recommendation-id') return match[1] === undefined ? field : 'action-id';
  return OF_ITEMS.includes(field) ? field : undefined;
}

const OF_ITEMS: readonly Field[] = ['status', 'owner', 'target', 'revised-target', 'progress'];

/** A heading without signs, what stands in brackets, and "the". */
export function plainName(heading: string): string {
  const name = letters(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  // What is all in brackets is all there is.
  return name === '' ? letters(heading) : name;
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']s\b/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bthe\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
