/**
 * Says that the file is to be saved, under the name it came with.
 *
 * The name is somebody else's text: control characters, path separators and
 * what turns the reading direction around are taken out. Old readers get it in
 * ASCII, the others as RFC 6266 has it.
 */
export function attachmentDisposition(name: string | null): string {
  const clean = (name ?? "file")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\]/g, "_")
    .slice(-180)
    .trim();
  const shown = clean === "" || /^\.+$/.test(clean) ? "file" : clean;
  const ascii = shown.replace(/[^\x20-\x7e]/g, "_").replace(/["%;]/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encode(shown)}`;
}

function encode(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
