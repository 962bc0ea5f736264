import type { MemberId, WorkspaceId } from "../kernel/ids.ts";

/** What a member may do: an administrator connects numbers and reads the receipts, an owner cannot be removed. */
export type Role = "owner" | "administrator" | "member";

/** A person of the team, in one workspace. */
export type Member = {
  readonly workspaceId: WorkspaceId;
  readonly id: MemberId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** Whether this member may connect, change and examine numbers, and decide about what could not be applied. */
export function mayAdministrate(member: Member): boolean {
  return member.role !== "member";
}
