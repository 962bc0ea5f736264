/** A row as PostgreSQL makes JSON of it, with whatever columns its table has. */
export type WholeRow = Readonly<Record<string, unknown>>;

/** Rows of other tables that hang on what was merged: what moved, and what could not. */
export type Dependents = {
  readonly moved: readonly { readonly table: string; readonly key: WholeRow }[];
  readonly kept: readonly { readonly table: string; readonly row: WholeRow }[];
};

/** What became of one conversation of the loser. */
export type ThreadMerge = {
  readonly id: string;
  /** As it was. */
  readonly row: WholeRow;
  /** The winner's conversation that it was poured into; null when it became the winner's itself. */
  readonly into: {
    readonly id: string;
    readonly before: WholeRow;
    readonly after: WholeRow;
  } | null;
  readonly dependents: Dependents | null;
};

/** All that is needed to part two contacts again. */
export type MergeRecord = {
  readonly loser: ContactRow;
  readonly winner: ContactRow;
  /** The winner when both were one. */
  readonly after: ContactRow;
  readonly identityIds: readonly string[];
  readonly dependents: Dependents | null;
  readonly threads: readonly ThreadMerge[];
};

export type ContactRow = WholeRow & {
  readonly name: string | null;
  readonly profile_name: string | null;
  readonly responsible_id?: string | null;
  readonly language?: string | null;
  readonly fields: Readonly<Record<string, string>>;
};
