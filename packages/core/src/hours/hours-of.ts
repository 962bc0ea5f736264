import { type OfficeHours, ALWAYS_OPEN } from "./office-hours.ts";

/** Every hours of a workspace, by whose they are. */
export type HoursBook = {
  readonly office: OfficeHours | null;
  readonly ofTeams: ReadonlyMap<string, OfficeHours>;
  readonly ofChannels: ReadonlyMap<string, OfficeHours>;
  /** Shifts. */
  readonly ofMembers: ReadonlyMap<string, OfficeHours>;
};

/** What a conversation's hours follow from. */
export type HoursPlace = { readonly teamId: string | null; readonly channelId: string };

/** The hours by which a conversation is answered: its team's, else its number's, else the office's. */
export function hoursOf(book: HoursBook, { teamId, channelId }: HoursPlace): OfficeHours {
  const ofTeam = teamId === null ? undefined : book.ofTeams.get(teamId);
  return ofTeam ?? book.ofChannels.get(channelId) ?? book.office ?? ALWAYS_OPEN;
}

/** A member's shifts; who has none follows no clock and says by themselves whether they are there. */
export function shiftOf(book: HoursBook, memberId: string): OfficeHours {
  return book.ofMembers.get(memberId) ?? ALWAYS_OPEN;
}
