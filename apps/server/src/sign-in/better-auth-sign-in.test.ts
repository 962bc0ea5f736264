import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { idOf } from "@galka/core/kernel/ids";
import { type Database, inWorkspace } from "@galka/postgres/database";
import { insertMember } from "@galka/postgres/stores/members";
import { endSessions } from "@galka/postgres/stores/team/sessions";
import { type FreshDatabase, freshDatabase } from "@galka/postgres/testing/fresh-database";
import { sql } from "kysely";
import { betterAuthSignIn } from "./better-auth-sign-in.ts";

const SETTINGS = {
  publicUrl: "https://galka.test",
  secret: "fake-secret-for-tests-of-at-least-32-characters",
  secureCookies: false,
};

describe("whose session a request is of", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase();
  });
  after(() => fresh[Symbol.asyncDispose]());

  it("is asked of the database in a few statements, however many ask at once", async () => {
    const { cookies } = await signedIn(fresh, 20);
    const counted = counting(fresh.db);
    const signIn = betterAuthSignIn(counted.db, SETTINGS);
    const found = await Promise.all(
      Array.from({ length: 1000 }, (_, n) => signIn.sessionOf(withCookie(cookies[n % 20] ?? ""))),
    );
    assert.equal(new Set(found.map((it) => it?.sessionId)).size, 20);
    assert.ok(!found.includes(null));
    assert.ok(counted.statements() <= 50, `${counted.statements()} statements`);
  });

  it("is nobody's at once after it was ended elsewhere", async () => {
    const { cookies, userId } = await signedIn(fresh, 1);
    const here = betterAuthSignIn(fresh.db, SETTINGS);
    const headers = withCookie(cookies[0] ?? "");
    assert.notEqual(await here.sessionOf(headers), null);
    await endSessions(fresh.db, userId, "all");
    assert.equal(await here.sessionOf(headers), null);
  });

  it("is nobody's past its time, for a deactivated member, or with a cookie that we did not sign", async () => {
    const { cookies, userId } = await signedIn(fresh, 1);
    const cookie = cookies[0] ?? "";
    const signIn = betterAuthSignIn(fresh.db, SETTINGS);
    const other = betterAuthSignIn(fresh.db, {
      ...SETTINGS,
      secret: `${SETTINGS.secret}, another`,
    });
    assert.equal(await other.sessionOf(withCookie(cookie)), null);
    assert.equal(await signIn.sessionOf(withCookie(cookie.slice(0, -12))), null);
    assert.equal(await signIn.sessionOf(new Headers()), null);
    assert.notEqual(await signIn.sessionOf(withCookie(cookie)), null);

    await sql`update auth_sessions set expires_at = now() where user_id = ${userId}`.execute(
      fresh.db,
    );
    assert.equal(await signIn.sessionOf(withCookie(cookie)), null);
  });

  it("goes on while it is used", async () => {
    const { cookies, userId } = await signedIn(fresh, 1);
    await sql`
      update auth_sessions
         set expires_at = now() + interval '1 day', last_seen_at = now() - interval '2 minutes'
       where user_id = ${userId}`.execute(fresh.db);
    const signIn = betterAuthSignIn(fresh.db, SETTINGS);
    await signIn.sessionOf(withCookie(cookies[0] ?? ""));
    const { rows } = await sql<{ goes_on: boolean }>`
      select expires_at > now() + interval '29 days' as goes_on
        from auth_sessions where user_id = ${userId}`.execute(fresh.db);
    assert.deepEqual(rows, [{ goes_on: true }]);
  });
});

/** A member of a workspace of their own, signed in on so many devices. */
async function signedIn(fresh: FreshDatabase, devices: number) {
  const signIn = betterAuthSignIn(fresh.db, SETTINGS);
  const email = `${randomUUID()}@example.org`;
  const userId = await signIn.ensureAccount({ email, name: "Ana", password: null });
  const workspaceId = await fresh.workspace();
  const member = { workspaceId, id: idOf<"member">(randomUUID()), userId, name: "Ana" };
  await inWorkspace(fresh.db, workspaceId, (tx) =>
    insertMember(tx, { ...member, role: "owner" }, new Date()),
  );
  const cookies: string[] = [];
  for (let n = 0; n < devices; n++) {
    const entered = await signIn.withLink(await signIn.makeLink(userId), new Headers());
    cookies.push((entered?.cookies ?? []).map((it) => it.split(";", 1)[0]).join("; "));
  }
  return { cookies, userId };
}

function withCookie(cookie: string): Headers {
  return new Headers({ cookie });
}

function counting(db: Database) {
  let statements = 0;
  const counted = db.withPlugin({
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { db: counted, statements: () => statements };
}
