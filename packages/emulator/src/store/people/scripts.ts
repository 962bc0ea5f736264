import { ReadCache } from "../cache/read-cache.ts";
import { int, text, textOrNull } from "../row.ts";
import type { Database, Row } from "../sqlite.ts";

export type ScriptState = "running" | "waiting" | "done" | "failed" | "stopped";

/**
 * What a person does by a script.
 *
 * `running`: a due row stands for the next step. `waiting`: a message has to
 * come. The others are ends: `done` after the last step, `failed` when a step
 * could not be done, `stopped` when somebody or a step said so.
 */
export type Script = {
  readonly id: number;
  readonly personId: string;
  readonly chatId: string;
  /** The steps as JSON. */
  readonly steps: string;
  readonly nextStep: number;
  readonly state: ScriptState;
  /** The last bubble of the chat that a step has taken notice of. */
  readonly seenSeq: number;
  readonly error: string | null;
  readonly startedAt: number;
};

export function insertScript(db: Database, script: Omit<Script, "id">): Script {
  const id = db.run(
    "insert into scripts (person_id, chat_id, steps, next_step, state, seen_seq, error, started_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
    script.personId,
    script.chatId,
    script.steps,
    script.nextStep,
    script.state,
    script.seenSeq,
    script.error,
    script.startedAt,
  );
  waiting.clear(db);
  return { ...script, id };
}

export function saveScript(db: Database, script: Script): Script {
  db.run(
    "update scripts set next_step = ?, state = ?, seen_seq = ?, error = ? where id = ?",
    script.nextStep,
    script.state,
    script.seenSeq,
    script.error,
    script.id,
  );
  waiting.clear(db);
  return script;
}

export function findScript(db: Database, id: number): Script | null {
  const row = db.get("select * from scripts where id = ?", id);
  return row === undefined ? null : fromRow(row);
}

export function listScripts(db: Database, personId: string): readonly Script[] {
  return db.all("select * from scripts where person_id = ? order by id", personId).map(fromRow);
}

/** Scripts of the person that wait for a message in the chat. */
export function listWaitingScripts(
  db: Database,
  personId: string,
  chatId: string,
): readonly Script[] {
  if (!waiting.read(db, "any", () => hasWaiting(db))) return [];
  const sql =
    "select * from scripts where person_id = ? and chat_id = ? and state = 'waiting' order by id";
  return db.all(sql, personId, chatId).map(fromRow);
}

/** Most of the time nobody waits, and every message that arrives asks. */
const waiting = new ReadCache<string, boolean>();

function hasWaiting(db: Database): boolean {
  return db.get("select 1 from scripts where state = 'waiting' limit 1") !== undefined;
}

const STATES: readonly ScriptState[] = ["running", "waiting", "done", "failed", "stopped"];

function fromRow(row: Row): Script {
  return {
    id: int(row, "id"),
    personId: text(row, "person_id"),
    chatId: text(row, "chat_id"),
    steps: text(row, "steps"),
    nextStep: int(row, "next_step"),
    state: STATES.find((it) => it === text(row, "state")) ?? "stopped",
    seenSeq: int(row, "seen_seq"),
    error: textOrNull(row, "error"),
    startedAt: int(row, "started_at"),
  };
}
