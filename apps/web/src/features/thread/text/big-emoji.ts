const EMOJI = /^(?:\p{RGI_Emoji}\s?){1,3}$/v;

/** Whether a text is nothing but a few emoji, which are then shown large. */
export function isBigEmoji(text: string): boolean {
  return EMOJI.test(text.trim());
}
