/** How a sender keeps time. Only tests have reasons for others than these. */
export type SenderSettings = {
  /**
   * How long a number stays its owner's without a sign of life. Nothing is sent
   * twice if this is wrong, since what is dispatching never changes hands; it
   * only decides how soon somebody else goes on.
   */
  readonly leaseMs: number;
  readonly renewMs: number;
  /** The lease is not used up to its last moment: the answer of the database took some time. */
  readonly marginMs: number;
  /** After an owner who did not let go, so that two limiters do not fill one second. */
  readonly handOverMs: number;
  readonly pollMs: number;
  readonly judgeMs: number;
  readonly idleMs: number;
  /** How often the database is marked, so that an older copy of it is noticed. */
  readonly markMs: number;
  /** How long a stop waits for answers that are under way; after it their end is unknown. */
  readonly patienceMs: number;
  /** Any clock that does not go back. */
  readonly nowMs: () => number;
};

export const USUAL_SETTINGS: SenderSettings = {
  leaseMs: 6_000,
  renewMs: 2_000,
  marginMs: 500,
  handOverMs: 1_000,
  pollMs: 500,
  judgeMs: 5_000,
  idleMs: 60_000,
  markMs: 1_000,
  patienceMs: 10_000,
  nowMs: () => performance.now(),
};
