import { ReadCache } from "./cache/read-cache.ts";
import { forgetChats } from "./chats.ts";
import { forgetWindows } from "./windows.ts";
import { flag, intOrNull, text, textOrNull } from "./row.ts";
import type { Database, Row } from "./sqlite.ts";

/** Someone with a phone, as stored. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly waId: string;
  readonly bsuid: string;
  readonly username: string | null;
  readonly online: boolean;
  readonly readReceipts: boolean;
  readonly onWhatsApp: boolean;
  readonly phoneHidden: boolean;
  readonly autoReadMs: number | null;
};

/** People who have no row until something about them changes. */
export interface ComputedPeople {
  byId(id: string): Person | null;
  byPhone(digits: string): Person | null;
  byBsuid(bsuid: string): Person | null;
}

const computed = new WeakMap<Database, ComputedPeople>();

/** Lets `people` be found beside those who are stored; a stored row of the same person wins. */
export function computePeople(db: Database, people: ComputedPeople): void {
  computed.set(db, people);
}

/** By id, digits of the phone number, or business-scoped user id. */
export function findPerson(db: Database, key: string): Person | null {
  return (
    findPersonById(db, key) ??
    findPersonByPhone(db, key.replace(/^\+/, "")) ??
    stored(db, "select * from people where bsuid = ?", key) ??
    storedOf(db, computed.get(db)?.byBsuid(key))
  );
}

export function findPersonById(db: Database, id: string): Person | null {
  return storedById(db, id) ?? computed.get(db)?.byId(id) ?? null;
}

export function findPersonByPhone(db: Database, waId: string): Person | null {
  const sql = "select * from people where wa_id = ?";
  return (
    recent.read(db, `phone ${waId}`, () => stored(db, sql, waId)) ??
    storedOf(db, computed.get(db)?.byPhone(waId))
  );
}

/** Rows, and that there is none, by `id …` and `phone …`. */
const recent = new ReadCache<string, Person | null>();

function storedById(db: Database, id: string): Person | null {
  return recent.read(db, `id ${id}`, () => stored(db, "select * from people where id = ?", id));
}

function stored(db: Database, sql: string, key: string): Person | null {
  const row = db.get(sql, key);
  return row === undefined ? null : fromRow(row);
}

export function findPersonByUsername(db: Database, username: string): Person | null {
  const row = db.get("select * from people where username = ?", username);
  return row === undefined ? null : fromRow(row);
}

/** Their row, if they have one by now. */
function storedOf(db: Database, person: Person | null | undefined): Person | null {
  if (person === null || person === undefined) return null;
  return storedById(db, person.id) ?? person;
}

export function listPeople(db: Database): readonly Person[] {
  return db.all("select * from people order by length(id), id").map(fromRow);
}

export function savePerson(db: Database, person: Person): Person {
  const before = storedById(db, person.id);
  if (before !== null) recent.drop(db, `phone ${before.waId}`);
  db.run(
    "insert or replace into people (id, name, wa_id, bsuid, username, online, read_receipts, on_whatsapp, phone_hidden, auto_read_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    person.id,
    person.name,
    person.waId,
    person.bsuid,
    person.username,
    Number(person.online),
    Number(person.readReceipts),
    Number(person.onWhatsApp),
    Number(person.phoneHidden),
    person.autoReadMs,
  );
  recent.put(db, `id ${person.id}`, person);
  recent.put(db, `phone ${person.waId}`, person);
  return person;
}

/** Takes the person and everything on their phone away; the ledger keeps what was sent. */
export function deletePerson(db: Database, id: string): void {
  for (const table of ["bubbles", "chats", "windows"]) {
    db.run(`delete from ${table} where person_id = ?`, id);
  }
  db.run("delete from people where id = ?", id);
  recent.clear(db);
  forgetChats(db);
  forgetWindows(db);
}

function fromRow(row: Row): Person {
  return {
    id: text(row, "id"),
    name: text(row, "name"),
    waId: text(row, "wa_id"),
    bsuid: text(row, "bsuid"),
    username: textOrNull(row, "username"),
    online: flag(row, "online"),
    readReceipts: flag(row, "read_receipts"),
    onWhatsApp: flag(row, "on_whatsapp"),
    phoneHidden: flag(row, "phone_hidden"),
    autoReadMs: intOrNull(row, "auto_read_ms"),
  };
}
