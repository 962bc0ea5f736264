import type { Member } from "@galka/core/workspaces/member";
import { findMemberOfUser } from "@galka/postgres/stores/members";
import { findUserIdByEmail, listAccountEmails } from "@galka/postgres/stores/sign-in";
import { UserError } from "@galka/postgres/user-error";
import type { ImportApp } from "../../operations/imports/import-app.ts";

/**
 * The member in whose name a command acts: whoever has the address, or the only one there is.
 *
 * @throws UserError when nobody is, or it is open who.
 */
export async function findActingMember(app: ImportApp, email: string | null): Promise<Member> {
  const emails = email === null ? await listAccountEmails(app.db, 10) : [email];
  const [only, ...more] = emails;
  if (only === undefined) {
    throw new UserError("Nobody has an account here yet. Start Galka once first: npm start");
  }
  if (more.length > 0) {
    throw new UserError(`Who imports? Give --as with one of: ${emails.join(", ")}.`);
  }
  const userId = await findUserIdByEmail(app.db, only);
  const member = userId === null ? null : await findMemberOfUser(app.db, userId);
  if (member === null) throw new UserError(`${only} is no member here.`);
  return member;
}
