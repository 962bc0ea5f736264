/** What an Android names the text of a chat: "WhatsApp Chat with …", "Чат WhatsApp с …", "WhatsApp-Chat mit …". */
const ANDROID_NAME = /(?:^|\P{L})whatsapp(?:\P{L}|$)/iu;

/**
 * The file of a zip that holds the chat itself, or null when there is no text in it.
 *
 * An iPhone calls it `_chat.txt`. An Android names it in its own language, with
 * the app's name in it. Failing both it is the largest text: others are
 * documents that somebody sent.
 */
export function chatTextEntry<
  Entry extends { readonly fileName: string; readonly uncompressedSize: number },
>(entries: Iterable<Entry>): Entry | null {
  const texts = [...entries]
    .filter(({ fileName }) => /\.txt$/iu.test(fileName))
    .sort((one, other) => other.uncompressedSize - one.uncompressedSize);
  return (
    texts.find(({ fileName }) => baseName(fileName) === "_chat.txt") ??
    texts.find(({ fileName }) => ANDROID_NAME.test(baseName(fileName))) ??
    texts[0] ??
    null
  );
}

/** The name without its folders, in one Unicode form: a Mac that packs a zip anew changes it. */
export function baseName(path: string): string {
  return (path.split("/").at(-1) ?? "").normalize("NFC");
}
