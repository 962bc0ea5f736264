/**
 * Puts text where the caret is, as typing would, so that undo and React both
 * hear of it. `setRangeText` alone would tell neither.
 */
export function insertAtCaret(field: HTMLTextAreaElement, text: string): void {
  field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Wraps what is selected into a mark: `*`, `_` or `~`. */
export function wrapSelection(field: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: from, selectionEnd: to, value } = field;
  field.setRangeText(mark + value.slice(from, to) + mark, from, to, "end");
  field.setSelectionRange(from + 1, to + 1);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The id of the writing field of a chat on one phone, for what fills it from elsewhere. */
export function fieldId(personId: string, chatId: string): string {
  return `write-${personId}-${chatId}`;
}
