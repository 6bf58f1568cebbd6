/** Plans with faults of every kind: of YAML, of the schema, of a plan by itself and across plans. */
export function faultyPlan(index: number): string {
  const text = `plan: plan-${index % 119 === 0 ? 0 : index}
title: Inspection ${index}
kind: inspection
submitted: 2022-03-04
recommendations:
  - id: "1"
    text: Keep records up to date.
    agreement: agreed
    actions:
      # actionplan-ignore smart-specific: it stands so in the document
      - id: "1.1"
        action: ${index % 3 === 0 ? 'Explore how to improve' : 'Publish a guide to'} record keeping.
        owner: ${index % 50 === 0 ? 'Nobody' : 'records'}
        target: ${index % 7 === 0 ? 'ongoing' : '2023-06'}
`;
  if (index % 90 === 5) return text.replace('title', 'titel');
  if (index % 90 === 6) return text.replace('owner: ', 'owner: a: ');
  if (index % 90 === 7) return `${text}        depends-on: plan-${index + 200}/1.1\n`;
  return text;
}
