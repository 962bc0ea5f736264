import { inWorkspace } from "@galka/postgres/database";
import { sql } from "kysely";
import type { TestApp } from "./test-app.ts";

/** A line of a thread, short enough to compare. */
export type ThreadLine = { readonly who: string; readonly said: string; readonly status: string };

/** Every message of the workspace in the order of the threads, with whom it is and how far it came. */
export async function threadLines(test: TestApp): Promise<ThreadLine[]> {
  const { rows } = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
    sql<ThreadLine>`
      select coalesce(ct.name, ct.profile_name, '?') as who,
             coalesce(m.content ->> 'text', m.content ->> 'what', m.content ->> 'kind') as said, m.status
        from messages m
        join conversations c on c.id = m.conversation_id
        join contacts ct on ct.id = c.contact_id
       order by c.created_at, c.id, m.at, m.id`.execute(tx),
  );
  return rows;
}

/** The rows of a question about the workspace. */
export async function rowsOf(test: TestApp, question: string): Promise<readonly object[]> {
  const { rows } = await inWorkspace(test.app.db, test.workspaceId, (tx) =>
    sql.raw<object>(question).execute(tx),
  );
  return rows;
}
