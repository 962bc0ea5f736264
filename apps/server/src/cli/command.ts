/** One command of the terminal. */
export type Command = {
  /** How it is called and what it does, on one line. */
  readonly usage: string;
  /** @throws UserError for what the person can put right. */
  run(args: readonly string[], say: (line: string) => void): Promise<void>;
};
