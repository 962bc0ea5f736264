import { countryOfDigits } from "../bill/countries.ts";
import { GraphError } from "../graph/error.ts";
import type { Waba } from "../store/kinds.ts";
import type { World } from "../world.ts";

/** The European Union, the United Kingdom and Japan, where template analytics do not exist. */
const WITHOUT_INSIGHTS: readonly string[] =
  "AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IT JP LT LU LV MT NL PL PT RO SE SI SK".split(
    " ",
  );

/**
 * Confirms template analytics; from then on they are collected.
 *
 * Meta: not for businesses or numbers of the EU, the UK or Japan (200005), and
 * once confirmed for good (200006), docs/…/analytics, read 2026-11.
 */
export function confirmInsights(world: World, waba: Waba, enabled: boolean): void {
  requireRegion(world, waba);
  if (!enabled) {
    throw new GraphError({
      code: 200_006,
      status: 400,
      title: "Template Insights cannot be disabled",
      details: "Template analytics cannot be switched off once they are confirmed.",
    });
  }
  if (confirmedAt(world, waba) === null) {
    world.kinds.insights.put(waba.id, { confirmedAt: world.clock.now() });
  }
}

export function confirmedAt(world: World, waba: Waba): number | null {
  return world.kinds.insights.find(waba.id)?.confirmedAt ?? null;
}

/** Since when template analytics are collected. @throws GraphError 200005, or 200007 without a confirmation. */
export function requireInsights(world: World, waba: Waba): number {
  requireRegion(world, waba);
  const since = confirmedAt(world, waba);
  if (since !== null) return since;
  throw new GraphError({
    code: 200_007,
    status: 400,
    title: "Template Insights is not enabled",
    details:
      "Confirm template analytics on this WhatsApp Business Account first: POST is_enabled_for_insights=true.",
  });
}

function requireRegion(world: World, waba: Waba): void {
  const numbers = world.kinds.numbers.list().filter((it) => it.wabaId === waba.id);
  const countries = [waba.country, ...numbers.map((it) => countryOfDigits(it.waId))];
  if (!countries.some((it) => WITHOUT_INSIGHTS.includes(it))) return;
  throw new GraphError({
    code: 200_005,
    status: 400,
    title: "Template Insights is not available",
    details:
      "Template analytics are not available to businesses or phone numbers of the European Union, the United Kingdom or Japan.",
  });
}
