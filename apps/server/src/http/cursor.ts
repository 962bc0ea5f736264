import type { ContactCursor } from "@galka/postgres/stores/views/contact-list";
import type { PeopleCursor } from "@galka/postgres/stores/people-table/people-list";
import type { TimeCursor } from "@galka/postgres/stores/views/page";
import { z } from "zod";
import { RefusedRequest } from "./refusals.ts";

const timeCursor = z.tuple([z.iso.datetime(), z.uuid()]);
const peopleCursor = z.tuple([z.string().nullable(), z.uuid()]);
const nameCursor = z.tuple([z.string(), z.uuid()]);

/** A place in a list, as clients get it: opaque, and only good for giving back. */
export function presentTimeCursor(cursor: TimeCursor | null): string | null {
  return cursor && encode([cursor.at.toISOString(), cursor.id]);
}

export function parseTimeCursor(cursor: string): TimeCursor {
  const [at, id] = decode(cursor, timeCursor);
  return { at: new Date(at), id };
}

export function presentContactCursor(cursor: ContactCursor | null): string | null {
  return cursor && encode([cursor.name, cursor.id]);
}

export function parseContactCursor(cursor: string): ContactCursor {
  const [name, id] = decode(cursor, nameCursor);
  return { name, id };
}

export function presentPeopleCursor(cursor: PeopleCursor | null): string | null {
  return cursor && encode([cursor.at, cursor.id]);
}

export function parsePeopleCursor(cursor: string): PeopleCursor {
  const [at, id] = decode(cursor, peopleCursor);
  return { at, id };
}

export function presentIdCursor(id: string | null): string | null {
  return id && encode([id]);
}

export function parseIdCursor(cursor: string): string {
  const [id] = decode(cursor, z.tuple([z.uuid()]));
  return id;
}

function encode(parts: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

function decode<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new RefusedRequest("invalid-request", {
      problems: [{ field: "cursor", problem: "is not one that this list has given" }],
    });
  }
}
