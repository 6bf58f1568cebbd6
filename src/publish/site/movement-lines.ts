import type { Plan } from '../../model/plan.ts';
import { sum } from '../../model/sum.ts';
import type { Html } from '../../render/html.ts';
import { html } from '../../render/html.ts';
import { MOVEMENT_PARTS, type MovementPart, PART_WORDS, timesIn } from '../../reports/movement.ts';
import { monthInWords } from './frame.ts';
import type { Mover, Site } from './site.ts';
import { actionIds, type TraceLine } from './trace.ts';

/** Those to whom something happened, and how often in all. */
export function moversWith(movers: readonly Mover[], part: MovementPart): Mover[] {
  return movers.filter(({ parts }) => parts.includes(part));
}

/** How often a part happened: more than once to some actions. */
export function timesOf(movers: readonly Mover[], part: MovementPart): number {
  return sum(movers.map(({ parts }) => timesIn(parts, part)));
}

/** The movement of a plan over the month, with the actions behind each part of it. */
export function moverLines(site: Site, from: string, plan: Plan): TraceLine[] {
  const own = site.moversOf(plan);
  return MOVEMENT_PARTS.map((part) => ({
    id: `month-${part}`,
    heading: `${monthInWords(site)}: ${PART_WORDS[part].toLowerCase()}`,
    count: timesOf(own, part),
    items: moverIds(site, from, moversWith(own, part), part),
  }));
}

/** The actions of a part, with how often it happened where that was more than once. */
function moverIds(site: Site, from: string, movers: readonly Mover[], part: MovementPart): Html {
  const often = movers.filter((mover) => timesOf([mover], part) > 1);
  const ids = actionIds(
    site,
    from,
    movers.map(({ row }) => row),
  );
  if (often.length === 0) return ids;
  return html`${ids} (more than once: ${often.map((mover) => `${mover.row.action.id}, ${timesOf([mover], part)} times`).join('; ')})`;
}
