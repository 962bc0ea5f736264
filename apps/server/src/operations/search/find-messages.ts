import type { Refused } from "@galka/core/kernel/refused";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import {
  type Counted,
  type FindQuery,
  type FoundPage,
  type Narrowed,
  countFound,
  findMessages,
} from "@galka/postgres/stores/found/found-messages";
import type { App } from "../../app.ts";

/** A page of what the team's messages, notes and files' names say of something. */
export async function findInMessages(
  app: App,
  member: Member,
  query: FindQuery,
): Promise<FoundPage | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => findMessages(tx, workspaceId, query));
}

/** What they are, by direction, kind, channel and so on. */
export async function countInMessages(
  app: App,
  member: Member,
  text: string,
  narrowed: Narrowed,
): Promise<Counted | Refused<"forbidden">> {
  if (!may(member, "conversations.read")) return { refused: "forbidden" };
  const { workspaceId } = member;
  return inWorkspace(app.db, workspaceId, (tx) => countFound(tx, workspaceId, text, narrowed));
}
