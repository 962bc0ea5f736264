/** What people of one language write. */
export type Phrases = {
  /** With what they begin a chat by themselves. */
  readonly hello: readonly string[];
  readonly question: readonly string[];
  readonly answer: readonly string[];
  readonly thanks: readonly string[];
  readonly complaint: readonly string[];
  /** Under a picture of their own. */
  readonly caption: readonly string[];
  /** The words that mean: no more of this. */
  readonly stop: readonly string[];
};
