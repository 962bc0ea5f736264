import { int, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

export type FeedbackKind = "block" | "unblock" | "report" | "marketing-stop" | "marketing-resume";

/** One thing that a person let Meta know about a business number. */
export type Feedback = {
  readonly id: number;
  readonly kind: FeedbackKind;
  readonly personId: string;
  readonly phoneNumberId: string;
  /** The template that the person saw last from the number; `null` when that was none. */
  readonly templateId: string | null;
  /** What the person chose as a reason, in Meta's words. */
  readonly reason: string | null;
  readonly at: number;
};

/** Which feedback is asked for; every given part must fit. */
export type FeedbackQuery = {
  readonly kind?: FeedbackKind;
  readonly phoneNumberId?: string;
  readonly templateId?: string;
  /** The earliest instant. */
  readonly since?: number;
};

export function insertFeedback(db: Database, feedback: Omit<Feedback, "id">): number {
  return db.run(
    "insert into feedback (kind, person_id, phone_number_id, template_id, reason, at) values (?, ?, ?, ?, ?, ?)",
    feedback.kind,
    feedback.personId,
    feedback.phoneNumberId,
    feedback.templateId,
    feedback.reason,
    feedback.at,
  );
}

export function listFeedback(db: Database, query: FeedbackQuery): readonly Feedback[] {
  const { where, params } = condition(query);
  return db
    .all(`select * from feedback where ${where} order by at, id`, ...params)
    .flatMap(fromRow);
}

/** How many different people the feedback is of. */
export function countFeedback(db: Database, query: FeedbackQuery): number {
  const { where, params } = condition(query);
  const sql = `select count(distinct person_id) as count from feedback where ${where}`;
  const row = db.get(sql, ...params);
  return row === undefined ? 0 : int(row, "count");
}

function condition(query: FeedbackQuery): { where: string; params: (string | number)[] } {
  const given = [
    { sql: "kind = ?", value: query.kind },
    { sql: "phone_number_id = ?", value: query.phoneNumberId },
    { sql: "template_id = ?", value: query.templateId },
    { sql: "at >= ?", value: query.since },
  ].flatMap(({ sql, value }) => (value === undefined ? [] : [{ sql, value }]));
  return {
    where: ["1 = 1", ...given.map((it) => it.sql)].join(" and "),
    params: given.map((it) => it.value),
  };
}

const KINDS: readonly FeedbackKind[] = [
  "block",
  "unblock",
  "report",
  "marketing-stop",
  "marketing-resume",
];

function fromRow(row: Row): readonly Feedback[] {
  const kind = KINDS.find((it) => it === text(row, "kind"));
  if (kind === undefined) return [];
  return [
    {
      id: int(row, "id"),
      kind,
      personId: text(row, "person_id"),
      phoneNumberId: text(row, "phone_number_id"),
      templateId: textOrNull(row, "template_id"),
      reason: textOrNull(row, "reason"),
      at: int(row, "at"),
    },
  ];
}
