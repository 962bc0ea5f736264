import type { AudienceWish } from "@galka/core/audience/audience-wish";
import { type Member } from "@galka/core/workspaces/member";
import { answerWithin } from "@galka/postgres/answer-within";
import { someOfAudience } from "@galka/postgres/stores/audience/audience-counts";
import { type PersonView, listPeople } from "@galka/postgres/stores/people-table/people-list";
import type { App } from "../../app.ts";
import { type AudienceRefused, resolved } from "./count-audience.ts";

/** Somebody of an audience, with what a file says of them. */
export type PreviewedPerson = {
  readonly person: PersonView;
  readonly variables: Readonly<Record<string, string>> | null;
};

export type AudiencePreview = {
  readonly items: readonly PreviewedPerson[];
  /** Nobody was found in the time there is; there may be somebody all the same. */
  readonly isUnfinished: boolean;
};

const PATIENCE_MS = 2000;

/** Some of the people of an audience, by name. */
export async function previewAudience(
  app: App,
  member: Member,
  wish: AudienceWish,
  limit: number,
): Promise<AudiencePreview | AudienceRefused> {
  const asked = await resolved(app, member, [wish]);
  if ("refused" in asked) return asked;
  const [audience] = asked.audiences;
  if (!audience) throw new Error("An audience that was resolved is gone.");
  const { workspaceId } = member;
  const { asking } = asked;
  const found = await answerWithin(app.db, workspaceId, PATIENCE_MS, async (tx) => {
    const some = await someOfAudience(tx, workspaceId, audience, { asking, limit });
    const ids = some.map((it) => it.contact_id);
    const { items } = await listPeople(tx, workspaceId, {
      meant: { filter: { all: [{ field: "contact", in: ids }] }, asking, byNumber: false },
      order: { by: "name", way: "up" },
      limit: Math.max(1, ids.length),
    });
    const said = new Map(some.map((it) => [it.contact_id, it.variables]));
    return items.map((person) => ({ person, variables: said.get(person.id) ?? null }));
  });
  return { items: found ?? [], isUnfinished: found === null };
}
