import type { Wording } from '../model/wording/wording.ts';
import { brief, listed } from './naming.ts';
import { defineRule } from './rule.ts';
import { wordingsIn } from './worded-actions.ts';

export default defineRule({
  id: 'smart-specific',
  group: 'Actions: owner and SMART',
  severity: 'warning',
  scope: 'plan',
  summary: 'Each action names a step that is either done or not done.',
  why: 'Of "continue to", "explore" or "work with" nobody can say that it is finished. The words of the action alone are read: one sentence with a step is enough. An action reported complete is read too, because a vague action that is called complete is the one nobody can check; one superseded or withdrawn is not.',
  source:
    'SMART: specific. HMPPS action plan of 2022: "Actions should be specific enough to be tracked for progress"',
  examples: {
    bad: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Continue to refine the guidance on record keeping.
        owner: Records team
        target: 2023-06
        measure: The guidance is agreed by every team.
`,
    good: `plan: example
title: Inspection of record keeping
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      - id: "1.1"
        action: Publish a guide to record keeping.
        owner: Records team
        target: 2023-06
`,
  },
  *check({ plan, asOf }) {
    for (const { action, wording } of wordingsIn(plan, asOf)) {
      if (wording.specific) continue;
      const vague = vagueWords(wording);
      const [first] = vague;
      yield {
        at: first ? { ...action.at('action'), stretch: first } : action.at('action'),
        message: `action ${action.id} names no step that is done or not done${first ? `: "${brief(first.text)}" ${first.reason}${others(vague)}` : ''}`,
        help: first
          ? first.instead
          : 'name what will be published, set up, agreed, changed or held, and for whom',
      };
    }
  },
});

/** The words that take the promise out; where there are none, those that only blur it. */
function vagueWords({ vague }: Wording): Wording['vague'] {
  const governing = vague.filter((one) => one.governs);
  return governing.length > 0 ? governing : vague;
}

const MOST = 3;

function others([first, ...rest]: Wording['vague']): string {
  const words = new Set(rest.map((one) => one.text.toLowerCase()));
  words.delete(first?.text.toLowerCase() ?? '');
  if (words.size === 0) return '';
  return `; see also ${listed([...words].slice(0, MOST).map((word) => `"${brief(word)}"`))}`;
}
