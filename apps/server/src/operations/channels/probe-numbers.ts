import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAdministrate } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { listTakenNumbers } from "@galka/postgres/stores/channel-connections";
import type { App } from "../../app.ts";
import type {
  AccountAccess,
  AccountRefused,
  ChannelAccounts,
  NumberFacts,
} from "../../channels/accounts.ts";

export type ProbedNumber = NumberFacts & { readonly connectedHere: boolean };

/** Asks Meta which numbers these values give access to. Nothing is kept. */
export async function probeNumbers(
  app: App,
  member: Member,
  access: AccountAccess,
  accounts: ChannelAccounts,
): Promise<{ readonly numbers: readonly ProbedNumber[] } | AccountRefused | Refused<"forbidden">> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const numbers = await accounts.listNumbers(access);
  if ("refused" in numbers) return numbers;

  const ids = numbers.map((it) => it.phoneNumberId);
  const taken = await inWorkspace(app.db, member.workspaceId, (tx) => listTakenNumbers(tx, ids));
  return {
    numbers: numbers.map((it) => ({ ...it, connectedHere: taken.includes(it.phoneNumberId) })),
  };
}
