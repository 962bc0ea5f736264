import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, it } from "node:test";
import { noteAnswers } from "@galka/postgres/stores/campaigns/follow-campaigns";
import { listConversations } from "@galka/postgres/stores/views/conversation-list";
import { sql } from "kysely";
import { readCampaignNames } from "./reading/campaign-names.ts";
import { campaignWorld } from "./testing/campaign-world.ts";

describe("the answers to a campaign", () => {
  it("are a queue of the conversations in which they came", async () => {
    await using world = await campaignWorld();
    const { app, member, workspaceId, channelId } = world;
    const [answering = "", , again = ""] = await world.crowd(3);
    const first = await world.run();
    await world.turn();
    const other = await world.run();
    await world.turn();
    await says(answering, "I take two");
    await says(answering, "Or three");

    assert.deepEqual(await queueOf(other), [answering]);
    assert.deepEqual(await queueOf(first), []);
    assert.deepEqual((await queueOf(first, true)).includes(again), true);
    assert.equal((await world.counts(other))["answered"], 1);

    async function says(contactId: string, text: string): Promise<void> {
      const id = randomUUID();
      const now = app.clock.now();
      await world.in(async (tx) => {
        await sql`
          insert into messages (workspace_id, id, conversation_id, channel_id, direction, content, status,
                                at, status_at, created_at)
          select c.workspace_id, ${id}, c.id, ${channelId}, 'in', ${JSON.stringify({ kind: "text", text })},
                 'received', ${now}, ${now}, ${now}
            from conversations c
           where c.workspace_id = ${workspaceId} and c.contact_id = ${contactId}`.execute(tx);
        await noteAnswers(tx, workspaceId, [id]);
      });
    }

    async function queueOf(campaignId: string, not = false): Promise<string[]> {
      const condition = { field: "answered-campaign", in: [campaignId] } as const;
      const filter = { all: [not ? { ...condition, not } : condition] };
      const asking = { now: app.clock.now(), memberId: member.id, teamIds: [] };
      const page = await world.in((tx) =>
        listConversations(tx, workspaceId, { limit: 50, where: { filter, asking } }),
      );
      return page.items.map(({ contact }) => contact.id);
    }
  });

  it("are found by a part of the campaign's name, the newest campaign first", async () => {
    await using world = await campaignWorld();
    const { app, member } = world;
    // Whatever the world had before is older still.
    const older = await world.write();
    world.advance(1000);
    const newer = await world.write();
    const named = async (wish: object) => {
      const found = await readCampaignNames(app, member, { limit: 10, ...wish });
      assert.ok(!("refused" in found));
      return found.items.map(({ id }) => id);
    };
    assert.deepEqual((await named({ part: "off" })).slice(0, 2), [newer, older]);
    assert.deepEqual(await named({ part: "%" }), []);
    assert.deepEqual(await named({ ids: [older] }), [older]);
  });
});
