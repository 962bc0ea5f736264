/** An id of one kind of thing: a string that cannot be passed where another kind is asked for. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type WorkspaceId = Id<"workspace">;
export type MemberId = Id<"member">;
export type ChannelId = Id<"channel">;
export type ContactId = Id<"contact">;
export type ConversationId = Id<"conversation">;
export type MessageId = Id<"message">;
export type SendId = Id<"send">;
export type AttemptId = Id<"attempt">;
export type FileId = Id<"file">;
export type ImportId = Id<"import">;
export type TeamId = Id<"team">;
export type LabelId = Id<"label">;
export type RoleId = Id<"role">;
export type InvitationId = Id<"invitation">;
export type RuleId = Id<"rule">;

/** Names what kind of thing `value` identifies. Where ids enter (a row, a parsed request), nowhere else. */
export function idOf<Kind extends string>(value: string): Id<Kind> {
  // The brand exists for the compiler alone; there is nothing to check at run time.
  return value as Id<Kind>;
}
