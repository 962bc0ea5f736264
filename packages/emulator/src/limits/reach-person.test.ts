import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { DEMO } from "../demo.ts";
import { ReachCounts } from "../store/limits/reached.ts";
import { Database } from "../store/sqlite.ts";
import { machineClock, problemOf, startDesk, type TestDesk } from "../testing/desk.ts";
import { addPeople, codeOf, fates, sendText, sendTo } from "../testing/physics-desk.ts";
import { newsOf } from "../testing/template-desk.ts";
import { UPGRADE } from "../world/limits/throughput.ts";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const BY_TIER = { messagingLimits: "by-tier", throughput: "unlimited" } as const;

const portfolio = async (desk: TestDesk) => {
  const found = (await desk.meta.control.standing()).portfolios[0];
  assert.ok(found);
  return found;
};

describe("a messaging limit", () => {
  it("stops the 251st person outside the window with 131048, and frees places after 24 hours", async () => {
    await using desk = await startDesk({ settings: BY_TIER });
    await desk.meta.control.changePortfolio(DEMO.portfolioId, { messagingLimit: "TIER_250" });
    const people = await addPeople(desk, 252);
    for (const person of people) await sendTo(desk, person.waId, "hello_world");
    await desk.pass();
    const failed = desk.receiver.statuses().filter((it) => it["status"] === "failed");
    assert.deepEqual(failed.map(codeOf), [131048, 131048]);
    assert.equal((await portfolio(desk)).usedCount, 250);

    // Those who were reached can be written to again, and so can who wrote.
    desk.receiver.received.length = 0;
    await sendTo(desk, people[0]?.waId ?? "", "hello_world");
    await desk.meta.control.write(people[251]?.id ?? "", DEMO.phoneNumberId, {
      kind: "text",
      body: "hi",
    });
    await sendTo(desk, people[251]?.waId ?? "", "hello_world");
    await desk.pass();
    assert.deepEqual(new Set(fates(desk)), new Set(["sent", "delivered"]));

    desk.receiver.received.length = 0;
    await desk.pass(DAY);
    assert.ok((await portfolio(desk)).usedCount <= 1);
    await sendTo(desk, people[250]?.waId ?? "", "hello_world");
    await desk.pass();
    assert.deepEqual(fates(desk), ["sent", "delivered"]);
  });

  it("is shared by all numbers and accounts of a portfolio, and by no other", async () => {
    await using desk = await startDesk({ settings: BY_TIER });
    const { control } = desk.meta;
    const sister = await control.addWaba({ name: "Sister", portfolioId: DEMO.portfolioId });
    const stranger = await control.addWaba({ name: "Stranger" });
    const phone = (index: number) => `+1 555 010 02${index}0`;
    const own = await control.addNumber({ phone: phone(1), verifiedName: "Two" });
    const theirs = await control.addNumber({
      phone: phone(2),
      verifiedName: "Sister",
      wabaId: sister.id,
    });
    const other = await control.addNumber({
      phone: phone(3),
      verifiedName: "Stranger",
      wabaId: stranger.id,
    });
    const [ben, cleo] = await addPeople(desk, 2);
    await sendTo(desk, ben?.waId ?? "", "hello_world");
    await sendTo(desk, cleo?.waId ?? "", "hello_world", own.id);
    await desk.pass();
    assert.equal((await portfolio(desk)).usedCount, 2);
    for (const wabaId of [sister.id, stranger.id]) {
      await desk.graph("POST", `/${wabaId}/message_templates`, {
        name: "order_ready",
        language: "en_US",
        category: "UTILITY",
        components: [{ type: "BODY", text: "Your order is ready at our desk." }],
      });
    }
    await desk.pass(5000);
    await sendTo(desk, ben?.waId ?? "", "order_ready", theirs.id);
    await sendTo(desk, ben?.waId ?? "", "order_ready", other.id);
    await desk.pass();
    const all = (await control.standing()).portfolios;
    assert.deepEqual(
      all.map((it) => it.usedCount),
      [2, 1],
    );
  });

  it("grows within six hours of half of it being used, and the business is told", async () => {
    await withDirectory(async (dataDir) => {
      fill(dataDir, DEMO.portfolioId, 999, { at: machineClock() - 2 * DAY });
      await using desk = await startDesk({ dataDir, settings: BY_TIER });
      const [ben] = await addPeople(desk, 1);
      await sendTo(desk, ben?.waId ?? "", "hello_world");
      await desk.pass();
      assert.equal((await portfolio(desk)).messagingLimit, "TIER_2K");
      await desk.pass(6 * HOUR);
      assert.equal((await portfolio(desk)).messagingLimit, "TIER_10K");
      assert.equal(
        newsOf(desk, "business_capability_update").at(-1)?.["max_daily_conversations_per_business"],
        10_000,
      );
      const field = "whatsapp_business_manager_messaging_limit";
      const number = await desk.graph("GET", `/${DEMO.phoneNumberId}?fields=${field}`);
      assert.equal(number.body[field], "TIER_10K");
    });
  });

  it("is lifted from 250 to 2,000 when the business, or its partner, is verified", async () => {
    for (const road of ["business", "partner", "account"] as const) {
      await using desk = await startDesk();
      const { control } = desk.meta;
      await control.changePortfolio(DEMO.portfolioId, { messagingLimit: "TIER_250" });
      if (road === "account") {
        await control.changeWaba(DEMO.wabaId, { businessVerificationStatus: "not_verified" });
        await control.changeWaba(DEMO.wabaId, { businessVerificationStatus: "verified" });
      } else await control.verifyPortfolio(DEMO.portfolioId, road);
      await desk.pass();
      assert.equal((await portfolio(desk)).messagingLimit, "TIER_2K");
      assert.deepEqual(
        newsOf(desk, "business_capability_update").map(
          (it) => it["max_daily_conversations_per_business"],
        ),
        [250, 2000],
      );
    }
  });

  it("is lifted from 250 to 2,000 by 2,000 delivered templates", async () => {
    await withDirectory(async (dataDir) => {
      fill(dataDir, DEMO.portfolioId, 1999, { at: machineClock() - 5 * DAY, delivered: true });
      await using desk = await startDesk({ dataDir, settings: BY_TIER });
      await desk.meta.control.changePortfolio(DEMO.portfolioId, { messagingLimit: "TIER_250" });
      assert.equal((await portfolio(desk)).deliveredIn30Days, 1999);
      const [ben] = await addPeople(desk, 1);
      await sendTo(desk, ben?.waId ?? "", "hello_world");
      await desk.pass(6 * HOUR + 1000);
      const { messagingLimit, verification } = await portfolio(desk);
      assert.deepEqual([messagingLimit, verification], ["TIER_2K", "delivered"]);
    });
  });
});

describe("the upgrade of the throughput", () => {
  it("comes with the 100,000th person of a day, and takes a minute of 131057", async () => {
    await withDirectory(async (dataDir) => {
      fill(dataDir, `number ${DEMO.phoneNumberId}`, UPGRADE.reachedCount - 1, {
        at: machineClock(),
      });
      await using desk = await startDesk({ dataDir, settings: { throughputUpgrade: true } });
      await desk.meta.control.changePortfolio(DEMO.portfolioId, {
        messagingLimit: "TIER_UNLIMITED",
      });
      const [ben] = await addPeople(desk, 1);
      await sendTo(desk, ben?.waId ?? "", "hello_world");
      await desk.pass();
      assert.equal(problemOf(await sendText(desk, desk.ana.waId)).code, 131057);
      await desk.pass(60_000);
      assert.equal((await sendText(desk, desk.ana.waId)).status, 200);
      const [news] = newsOf(desk, "phone_number_quality_update");
      assert.equal(news?.["event"], "THROUGHPUT_UPGRADE");
      const node = await desk.graph("GET", `/${DEMO.phoneNumberId}?fields=throughput`);
      assert.deepEqual(node.body["throughput"], { level: "HIGH" });
    });
  });
});

async function withDirectory(work: (dataDir: string) => Promise<void>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "emulator-limits-"));
  try {
    await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** People whom nobody wants to add one by one. */
function fill(
  dataDir: string,
  subject: string,
  count: number,
  how: { readonly at: number; readonly delivered?: boolean },
): void {
  const db = new Database(join(dataDir, "emulator.sqlite"));
  const reach = new ReachCounts(db, DAY);
  db.write(() => {
    for (let index = 0; index < count; index += 1) reach.add(how.at, subject, `x${index}`);
    if (how.delivered === true) db.run("update reached set delivered_at = at");
  });
  db.close();
}
