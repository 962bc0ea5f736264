import { describe, it } from "node:test";
import type { PresenceJson, ServerMessage } from "@galka/contract/events";
import type { Member } from "@galka/core/workspaces/member";
import { seedMember } from "@galka/postgres/testing/seed";
import { notifyWake } from "../../apps/server/src/notify-wake.ts";
import type { Connection } from "../../apps/server/src/realtime/connection.ts";
import { startRealtime } from "../../apps/server/src/realtime/realtime.ts";
import { silentLog } from "../../apps/server/src/testing/silent-log.ts";
import { type TestApp, startTestApp } from "../../apps/server/src/testing/test-app.ts";
import { until } from "../support/until.ts";

const CONVERSATION = "00000000-0000-4000-8000-00000000c0de";

describe("two processes on one database", () => {
  it("show each other who is here, what they look at and where they write, until they go", async () => {
    await using test = await startTestApp();
    await using one = await aProcess(test);
    await using two = await aProcess(test);
    const ana = await one.opens(test.member);
    const ben = await two.opens(await joins(test, "Ben"));

    await sees(ana, "Ben", { viewing: null, typing: null });
    await ben.says({ type: "viewing", conversationId: CONVERSATION });
    await sees(ana, "Ben", { viewing: CONVERSATION, typing: null });
    await ben.says({ type: "typing", conversationId: CONVERSATION });
    await sees(ana, "Ben", { viewing: CONVERSATION, typing: CONVERSATION });

    const late = await two.opens(await joins(test, "Eve"));
    await sees(late, "Ana", { viewing: null, typing: null });
    await sees(ana, "Eve", { viewing: null, typing: null });

    ben.leaves();
    await until("Ben is gone", () => ana.presence().every(({ name }) => name !== "Ben"));
    await two[Symbol.asyncDispose]();
    await until("nobody else is here", () => ana.presence().length === 1);
  });
});

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof aProcess>>["opens"]>>;

async function sees(page: Page, name: string, doing: Pick<PresenceJson, "viewing" | "typing">) {
  await until(`${name} is seen with ${JSON.stringify(doing)}`, () => {
    const found = page.presence().find((it) => it.name === name);
    return found?.viewing === doing.viewing && found.typing === doing.typing;
  });
}

/** A process of its own as far as others can tell: hints reach it through PostgreSQL alone. */
async function aProcess(test: TestApp) {
  await using opened = new AsyncDisposableStack();
  const wake = opened.use(notifyWake(test.database.url, silentLog));
  const realtime = opened.use(
    startRealtime(
      { ...test.app, wake },
      { version: "test", webhookUrl: () => "", sessionCheckMs: 2_000_000_000 },
    ),
  );
  const running = opened.move();
  return {
    async opens(member: Member) {
      let presence: readonly PresenceJson[] = [];
      const connection: Connection = {
        member,
        sessionId: test.app.ids.next(),
        waitingBytes: () => 0,
        close: () => {},
        send(message: ServerMessage) {
          if (message.type === "presence" || message.type === "welcome") {
            presence = message.presence;
          }
        },
      };
      await realtime.hear(connection, { type: "hello", since: null });
      return {
        presence: () => presence,
        says: (message: Parameters<typeof realtime.hear>[1]) => realtime.hear(connection, message),
        leaves: () => realtime.leave(connection),
      };
    },
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}

async function joins(test: TestApp, name: string): Promise<Member> {
  const id = test.app.ids.next<"member">();
  await seedMember(test.app.db, test.workspaceId, { id, name });
  const { workspaceId } = test;
  return { workspaceId, id, name, email: `${name}@example.org`, role: "member" };
}
