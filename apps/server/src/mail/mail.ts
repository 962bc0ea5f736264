export type Letter = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** What became of a letter: `not-set-up` where there is no mail server to give it to. */
export type Posted = "sent" | "failed" | "not-set-up";

/** Sends letters to people. Never throws: whoever asks has another way to tell what is in it. */
export interface Mail {
  send(letter: Letter): Promise<Posted>;
}
