import { join } from "node:path";
import { findRunningPostgres } from "@galka/postgres/embedded/find-running";
import { makeLinks } from "@galka/postgres/testing/large/make-links";
import type { SignedInGalka } from "../../tests/support/signed-in.ts";

/** The cookies of the first `count` members, each signed in by a link of their own. */
export async function signedInMembers(
  { url, data }: SignedInGalka,
  count: number,
): Promise<string[]> {
  const database = findRunningPostgres(join(data, "database"));
  if (database === null) throw new Error("The database of this Galka does not run.");
  const cookies: string[] = [];
  for (const token of await makeLinks(database, count)) {
    const response = await fetch(`${url}/sign-in/link/${token}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    });
    const cookie = response.headers.getSetCookie().map((it) => it.split(";", 1)[0]);
    if (cookie.length === 0) throw new Error(`A link was refused with ${response.status}.`);
    cookies.push(cookie.join("; "));
  }
  return cookies;
}
