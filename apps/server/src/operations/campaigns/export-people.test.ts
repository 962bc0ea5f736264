import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { maskPhone } from "@galka/core/contacts/mask";
import { type Cell, csvOf } from "@galka/core/figures/csv";
import { sql } from "kysely";
import { exportPeople } from "./reading/export-people.ts";
import { type CampaignWorld, campaignWorld } from "./testing/campaign-world.ts";

describe("the people of a campaign as a table", () => {
  it("are all there, with state, reason, times and template", async () => {
    await using world = await campaignWorld();
    await world.crowd(3);
    await world.crowd(1, { agrees: false });
    const id = await world.run();
    await world.turn();
    const queued = (await world.people(id)).filter(({ state }) => state === "queued");
    await world.report([queued[0]?.id ?? ""], "failed", 131026);
    const rows = await tableOf(world, id);
    assert.equal(rows.length, 4);
    const of = (state: string) => rows.filter((it) => it["state"] === state);
    assert.equal(of("queued").length, 2);
    assert.deepEqual(
      of("skipped").map((it) => it["problem"]),
      ["no-consent"],
    );
    assert.deepEqual(
      of("failed").map((it) => [it["problem"], it["variant"]]),
      [["131026", "A"]],
    );
  });

  it("holds no formula of a stranger's, and no number for whoever may see none", async () => {
    await using world = await campaignWorld();
    const [bold = ""] = await world.crowd(1);
    await world.in((tx) =>
      sql`update contacts set name = '=HYPERLINK("http://evil.example.org")' where id = ${bold}`.execute(
        tx,
      ),
    );
    const id = await world.run();
    await world.turn();
    const text = csvOf((await tableOf(world, id)).map((it) => Object.values(it)));
    assert.ok(text.includes("'=HYPERLINK"));
    const blind = {
      ...world.member,
      role: "custom",
      roleId: world.app.ids.next<"role">(),
      permissions: ["campaigns.manage", "contacts.export"],
    } as const;
    const [row] = await tableOf(world, id, blind);
    assert.match(String(row?.["phone"]), /[^\d]/u);
  });

  it("are there for whoever manages campaigns, with masked numbers unless they may take contacts away", async () => {
    await using world = await campaignWorld();
    await world.crowd(1);
    const id = await world.run();
    await world.turn();
    const marketer = { ...world.member, role: "marketer" } as const;
    const [whole] = await tableOf(world, id);
    const [masked] = await tableOf(world, id, marketer);
    assert.match(String(whole?.["phone"]), /^\d+$/u);
    assert.equal(masked?.["phone"], maskPhone(String(whole?.["phone"])));
    assert.deepEqual({ ...masked, phone: whole?.["phone"] }, whole);
    const colleague = { ...world.member, role: "member" } as const;
    assert.deepEqual(await exportPeople(world.app, colleague, id, "en"), { refused: "forbidden" });
    const { rows } = await world.in((tx) =>
      sql`select from audit_entries where action = 'contacts-exported'`.execute(tx),
    );
    assert.equal(rows.length, 2);
  });
});

async function tableOf(
  { app, member }: CampaignWorld,
  id: string,
  as: Parameters<typeof exportPeople>[1] = member,
): Promise<Record<string, Cell>[]> {
  const found = await exportPeople(app, as, id, "en");
  assert.ok(!("refused" in found), JSON.stringify(found));
  const rows: (readonly Cell[])[] = [];
  for await (const page of found.rows) rows.push(...page);
  const [names = [], ...people] = rows;
  return people.map((cells) =>
    Object.fromEntries(names.map((name, at) => [String(name), cells[at] ?? null])),
  );
}
