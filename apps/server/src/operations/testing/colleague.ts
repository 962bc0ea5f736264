import { randomUUID } from "node:crypto";
import type { Member } from "@galka/core/workspaces/member";
import type { BuiltInRole } from "@galka/core/workspaces/permissions";
import { insertMember } from "@galka/postgres/stores/members";
import { sql } from "kysely";
import type { SendingWorld } from "../../workers/sender/testing/sending-world.ts";

/** One more of the team, who is really in the database. */
export async function addColleague(
  world: SendingWorld,
  name: string,
  role: BuiltInRole = "member",
): Promise<Member> {
  const { workspaceId } = world;
  const email = `${randomUUID()}@example.org`;
  const userId = randomUUID();
  const id = world.app.ids.next<"member">();
  await world.in(async (tx) => {
    await sql`insert into auth_users (id, name, email) values (${userId}, ${name}, ${email})`.execute(
      tx,
    );
    const now = world.app.clock.now();
    await insertMember(tx, { workspaceId, id, userId, name, role }, now);
  });
  return { workspaceId, id, name, email, role };
}
