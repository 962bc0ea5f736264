/** How conversations find the one who answers them: of everything, of a number, or of a team. */
export type DistributionPolicy = {
  /** `manual`: they wait until somebody takes them. */
  readonly method: "manual" | "round-robin" | "least-busy";
  /** Only members of this team are given any; null: everyone who may answer. */
  readonly teamId: string | null;
  /** Skills that somebody must have to be given one. */
  readonly skills: readonly string[];
  /** Give it to somebody who speaks the contact's language. */
  readonly byLanguage: boolean;
  /** Give it to somebody who looks after one of its labels. */
  readonly byLabel: boolean;
  /** Who comes first, if they are free: the last who answered, or the one responsible for the contact. */
  readonly sticky: "none" | "last" | "responsible";
  /** Who of those who wait is first. */
  readonly order: "oldest" | "urgent";
  /** After so many open minutes without an answer somebody else gets it; null: never. */
  readonly takeOverMinutes: number | null;
  /** Whoever answers a conversation that is nobody's gets it. */
  readonly answerTakes: boolean;
  /** Nobody else may answer a conversation that is somebody's. */
  readonly onlyAssigneeAnswers: boolean;
  /** A second answer by somebody else within so many seconds is asked about; 0: never. */
  readonly answerGapSeconds: number;
};

/** Of a workspace that decided nothing. */
export const USUAL_POLICY: DistributionPolicy = {
  method: "manual",
  teamId: null,
  skills: [],
  byLanguage: false,
  byLabel: false,
  sticky: "none",
  order: "oldest",
  takeOverMinutes: null,
  answerTakes: true,
  onlyAssigneeAnswers: false,
  answerGapSeconds: 15,
};

/** All policies of a workspace, by what they are for. */
export type PolicyBook = {
  readonly everywhere: DistributionPolicy | null;
  readonly ofTeams: ReadonlyMap<string, DistributionPolicy>;
  readonly ofChannels: ReadonlyMap<string, DistributionPolicy>;
};

/** The policy for a conversation: its team's, else its number's, else that for everything. */
export function policyOf(
  book: PolicyBook,
  { teamId, channelId }: { readonly teamId: string | null; readonly channelId: string },
): DistributionPolicy {
  const ofTeam = teamId === null ? undefined : book.ofTeams.get(teamId);
  return ofTeam ?? book.ofChannels.get(channelId) ?? book.everywhere ?? USUAL_POLICY;
}

/** Whether any conversation of the workspace is given to anybody by itself. */
export function givesAny({ everywhere, ofTeams, ofChannels }: PolicyBook): boolean {
  return [everywhere, ...ofTeams.values(), ...ofChannels.values()].some(
    (policy) => policy !== null && policy.method !== "manual",
  );
}
