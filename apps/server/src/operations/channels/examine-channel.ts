import type { CheckJson } from "@galka/contract/json/connection";
import type { ChannelId } from "@galka/core/kernel/ids";
import { unreachable } from "@galka/core/kernel/unreachable";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAdministrate } from "@galka/core/workspaces/member";
import type { App } from "../../app.ts";
import type { AccountRefused, ChannelAccounts } from "../../channels/accounts.ts";
import { type OpenChannel, openChannel } from "./open-channel.ts";

export type Checks = { readonly checks: readonly CheckJson[] };
type ExamineRefused = Refused<"forbidden"> | Refused<"not-found">;

/** Tests each prerequisite of the connection live. Changes nothing, here or at Meta. */
export async function examineChannel(
  app: App,
  member: Member,
  id: ChannelId,
  accounts: ChannelAccounts,
): Promise<Checks | ExamineRefused> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const opened = await openChannel(app, member, id);
  if ("refused" in opened) return opened;
  return { checks: await examineOpened(opened, accounts) };
}

async function examineOpened(
  { access, channel, secrets }: OpenChannel,
  accounts: ChannelAccounts,
): Promise<readonly CheckJson[]> {
  const webhook = { url: accounts.webhookUrl(channel.id), verifyToken: secrets.verifyToken };
  return accounts.examine({ access, webhook, lastHeardAt: channel.lastHeardAt });
}

export type Repair = {
  readonly id: ChannelId;
  readonly repair: "subscribe" | "register" | "set-callback";
  /** Six digits, for registering alone. */
  readonly pin: string | null;
};

type PinMissing = Refused<
  "invalid-request",
  { readonly problems: readonly { readonly field: string; readonly problem: string }[] }
>;

/** Mends what the doctor found, and examines again. */
export async function repairChannel(
  app: App,
  member: Member,
  wish: Repair,
  accounts: ChannelAccounts,
): Promise<Checks | ExamineRefused | AccountRefused | PinMissing> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const opened = await openChannel(app, member, wish.id);
  if ("refused" in opened) return opened;
  if (wish.repair === "register" && wish.pin === null) {
    return { refused: "invalid-request", problems: [{ field: "pin", problem: "six digits" }] };
  }
  const refusal = await mend(opened, wish, accounts);
  return refusal ?? { checks: await examineOpened(opened, accounts) };
}

function mend(
  { access, channel, secrets }: OpenChannel,
  { repair, pin }: Repair,
  accounts: ChannelAccounts,
): Promise<AccountRefused | null> {
  const webhook = { url: accounts.webhookUrl(channel.id), verifyToken: secrets.verifyToken };
  switch (repair) {
    case "subscribe":
      return accounts.subscribe(access, webhook);
    case "set-callback":
      return accounts.setCallback(access, webhook);
    case "register":
      return accounts.register(access, pin ?? "");
    default:
      return unreachable(repair);
  }
}
