const ONLY_EMOJI = /^(?:\p{RGI_Emoji}|\s)+$/v;
const EMOJI = /\p{RGI_Emoji}/gv;

/** How many emoji a message consists of, when it has nothing else; 0 when it has words. */
export function bigEmojiCount(text: string): number {
  if (!ONLY_EMOJI.test(text)) return 0;
  const count = text.match(EMOJI)?.length ?? 0;
  return count <= 3 ? count : 0;
}
