import { randomBytes } from "node:crypto";
import type { ChannelId } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type Member, mayAdministrate } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  claimNumber,
  findChannelOfNumber,
  saveConnection,
} from "@galka/postgres/stores/channel-connections";
import type { ChannelView } from "@galka/postgres/stores/views/channel-list";
import { byMember, recordAudit } from "@galka/postgres/stores/audit";
import { appendEvents } from "@galka/postgres/stores/events";
import type { App } from "../../app.ts";
import type { AccountRefused, ChannelAccounts, NumberFacts } from "../../channels/accounts.ts";
import { type ChannelSecrets, sealChannelSecrets } from "../../secrets/channel-secrets.ts";
import { readChannel } from "./list-channels.ts";
import { accessOf } from "./open-channel.ts";

export type ConnectRequest = {
  readonly name: string | null;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly appId: string | null;
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly baseUrl: string;
  readonly apiVersion: string;
};

export type ConnectRefused =
  | AccountRefused
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"number-taken">;

/**
 * Connects a number.
 *
 * Meta is asked first, so nothing is kept of values that do not work. The
 * channel is there before Meta is told where to deliver, because Meta asks that
 * address back at once. When that fails the channel stays, and the doctor says
 * what is missing and mends it. A number that was connected here before gets its
 * old channel back, with its conversations.
 */
export async function connectChannel(
  app: App,
  member: Member,
  request: ConnectRequest,
  accounts: ChannelAccounts,
): Promise<ChannelView | ConnectRefused> {
  if (!mayAdministrate(member)) return { refused: "forbidden" };
  const numbers = await accounts.listNumbers(request);
  if ("refused" in numbers) return numbers;
  const number = numbers.find((it) => it.phoneNumberId === request.phoneNumberId);
  if (!number) return { refused: "number-unreachable", reason: "The account has no such number." };

  const verifyToken = randomBytes(24).toString("base64url");
  const { accessToken, appSecret } = request;
  const secrets = { accessToken, appSecret, verifyToken };
  const id = await keep(app, member, request, { number, secrets });
  if (id === null) return { refused: "number-taken" };

  const webhook = { url: accounts.webhookUrl(id), verifyToken };
  const refusal = await accounts.subscribe(accessOf({ ...request, id }, secrets), webhook);
  if (refusal) app.log.warn({ channelId: id, ...refusal }, "The webhook could not be subscribed.");
  app.wake.tell("events", member.workspaceId);
  return readChannel(app, member, id);
}

type Known = { readonly number: NumberFacts; readonly secrets: ChannelSecrets };

/** Null when the number belongs to another channel. */
function keep(
  app: App,
  member: Member,
  request: ConnectRequest,
  { number, secrets }: Known,
): Promise<ChannelId | null> {
  const { workspaceId } = member;
  const now = app.clock.now();
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const before = await findChannelOfNumber(tx, workspaceId, request.phoneNumberId);
    const id = before ?? app.ids.next<"channel">();
    const connection = {
      ...request,
      id,
      name: request.name ?? (number.verifiedName || number.displayPhone),
      displayPhone: number.displayPhone,
      verifiedName: number.verifiedName,
      facts: { quality: number.quality },
      throughputPerSecond: number.throughputPerSecond,
      secrets: sealChannelSecrets(app.sealer, id, secrets),
    };
    await saveConnection(tx, workspaceId, connection, now);
    const isOurs = await claimNumber(tx, workspaceId, connection);
    if (!isOurs) throw new NumberTaken();
    await recordAudit(tx, workspaceId, now, [
      {
        id: app.ids.next(),
        by: byMember(member),
        action: "channel-connected",
        subjectId: id,
        after: { name: connection.name, displayPhone: connection.displayPhone },
      },
    ]);
    await appendEvents(tx, workspaceId, now, [{ kind: "channel-changed", channelId: id }]);
    return id;
  }).catch(nullIfTaken);
}

/** Thrown to undo the transaction. */
class NumberTaken extends Error {}

function nullIfTaken(error: unknown): null {
  if (error instanceof NumberTaken) return null;
  throw error;
}
