import type { ListSection } from "@galka/core/messages/content";

/** A row that is being written; the id is what the contact's choice comes back with. */
export type Row = { readonly id: string; readonly title: string; readonly description: string };
export type Section = {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly Row[];
};

/** A list as it begins: one section with one row. */
export function startOfList(): readonly Section[] {
  return [{ key: "section-1", title: "", rows: [emptyRow([])] }];
}

export function withSection(sections: readonly Section[]): readonly Section[] {
  const keys = sections.map(({ key }) => key);
  return [...sections, { key: freeName("section", keys), title: "", rows: [emptyRow(sections)] }];
}

export function withRow(sections: readonly Section[], key: string): readonly Section[] {
  const row = emptyRow(sections);
  return sections.map((it) => (it.key === key ? { ...it, rows: [...it.rows, row] } : it));
}

/** Without the row; a section whose last row it was goes with it. */
export function withoutRow(sections: readonly Section[], id: string): readonly Section[] {
  return sections
    .map((it) => ({ ...it, rows: it.rows.filter((row) => row.id !== id) }))
    .filter(({ rows }) => rows.length > 0);
}

export function withChangedRow(sections: readonly Section[], row: Row): readonly Section[] {
  return sections.map((it) => ({
    ...it,
    rows: it.rows.map((old) => (old.id === row.id ? row : old)),
  }));
}

export function rowsIn(sections: readonly Section[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** The sections as they are sent: what is empty is left out. */
export function sectionsOf(sections: readonly Section[]): readonly ListSection[] {
  return sections.map(({ title, rows }) => ({
    ...(title.trim() === "" ? {} : { title }),
    rows: rows.map(({ description, ...row }) =>
      description.trim() === "" ? row : { ...row, description },
    ),
  }));
}

function emptyRow(sections: readonly Section[]): Row {
  const ids = sections.flatMap(({ rows }) => rows.map(({ id }) => id));
  return { id: freeName("row", ids), title: "", description: "" };
}

function freeName(noun: string, taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(`${noun}-${number}`)) number += 1;
  return `${noun}-${number}`;
}
