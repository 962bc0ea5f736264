import type { ColumnTarget } from "@galka/postgres/stores/contacts/contact-imports";

const PHONE = /phone|mobile|whats|\btel|cell|телефон|номер|моб/iu;
const LANGUAGE = /^lang(?:uage|code)?$|^locale$|^язык$/iu;
const NAME = /^(?:full |first |last |display |contact )?name$|^contact$|имя|фамил|фио|контакт/iu;

/** What each column probably is, by its name. The first that looks like a number is it; a name may stand in several. */
export function guessColumns(
  columns: readonly string[],
  fieldNames: readonly string[],
): ColumnTarget[] {
  const phoneAt = columns.findIndex((name) => PHONE.test(name));
  return columns.map((column, at): ColumnTarget => {
    const field = fieldNames.find((it) => it.toLowerCase() === column.toLowerCase());
    if (field !== undefined) return { to: "field", field };
    if (at === phoneAt) return { to: "phone" };
    if (NAME.test(column)) return { to: "name" };
    if (LANGUAGE.test(column)) return { to: "language" };
    return column === "" ? { to: "nothing" } : { to: "field", field: column.slice(0, 60) };
  });
}
