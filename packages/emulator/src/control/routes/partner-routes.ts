import { verificationOf } from "../../partners/preverified-numbers.ts";
import type { ListJson } from "../../wire/control.ts";
import type { PreverifiedNumberJson } from "../../wire/partners.ts";
import type { ControlCall, ControlRoute } from "../route.ts";

/** What only the telephones of a partner would show. */
export const partnerRoutes: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/preverified-numbers",
    summary: "The numbers that partners verify for their clients, and the codes they were sent",
    answer: "ListJson<PreverifiedNumberJson>",
    handle: list,
  },
];

function list({ world }: ControlCall): ListJson<PreverifiedNumberJson> {
  const data = world.kinds.preverifiedNumbers.list().map((it) => ({
    id: it.id,
    portfolioId: it.portfolioId,
    phone: `+${it.digits}`,
    verification: verificationOf(world, it),
    code: it.codeState.code,
  }));
  return { data, next: null };
}
