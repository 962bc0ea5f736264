import type { SettingsJson } from "../wire/control.ts";
import type {
  ChatStandingJson,
  NumberStandingJson,
  PhysicsPreset,
  PortfolioJson,
  PortfolioPatch,
  StandingJson,
  Verification,
  WabaStandingJson,
} from "../wire/standing.ts";
import type { Caller } from "./client.ts";

/** The part of the control client that is about limits, quality and Meta's measures. */
export function standingOf(call: Caller) {
  return {
    standing: () => call<StandingJson>("GET", "/standing"),
    chatStanding: (person: string, peer: string) =>
      call<ChatStandingJson>(
        "GET",
        `/people/${encodeURIComponent(person)}/chats/${encodeURIComponent(peer)}/standing`,
      ),
    switchPhysics: (preset: PhysicsPreset["preset"]) =>
      call<SettingsJson>("PUT", "/physics", { preset }),
    changePortfolio: (id: string, patch: PortfolioPatch) =>
      call<PortfolioJson>("PATCH", `/portfolios/${id}`, patch),
    verifyPortfolio: (id: string, by: Verification["by"]) =>
      call<PortfolioJson>("POST", `/portfolios/${id}/verification`, { by }),
    upgradeThroughput: (number: string) =>
      call<NumberStandingJson>("POST", `/numbers/${number}/upgrade`),
    /** The account breaks a rule of Meta's, e.g. `SCAM`, and meets the next measure. */
    violate: (waba: string, type: string) =>
      call<WabaStandingJson>("POST", `/wabas/${waba}/violations`, { type }),
    reinstate: (waba: string) => call<WabaStandingJson>("DELETE", `/wabas/${waba}/violations`),
    closeCountries: (waba: string, callingCodes: readonly string[]) =>
      call<WabaStandingJson>("PUT", `/wabas/${waba}/closed-countries`, { callingCodes }),
  };
}
