import type { BubbleContent } from "@galka/emulator/wire/control";

/** What a bubble needs to know besides its content, whether it has settled or is on its way. */
export type Shown = {
  /** Null while the emulator does not have it, so that nothing on it can be tapped. */
  readonly messageId: string | null;
  readonly mine: boolean;
  readonly content: BubbleContent;
  readonly tappedActionId: string | null;
  /** The voice note has been heard by whoever got it. */
  readonly played: boolean;
};
