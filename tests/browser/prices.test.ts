import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { PLAIN_PLAN } from "@galka/core/campaigns/plan";
import type { Browser, Page } from "playwright-core";
import { axeFindings, startBrowser } from "../support/browser.ts";
import { addCrowd } from "../support/crowd.ts";
import { keepScreen, openDesk } from "../support/desk.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { until } from "../support/until.ts";

const PEOPLE = 30;
/** So many of them the first budget pays for. */
const PAID = 8;

/** Everybody is on WhatsApp and has the phone in hand; nobody writes back. */
const HABITS = {
  onWhatsApp: 1,
  offline: { share: 0 },
  awake: { from: 0, until: 24 },
};

const DAY_MS = 86_400_000;
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** The clock of the demo is that of the wall. */
const AROUND_NOW = { from: day(Date.now() - 40 * DAY_MS), to: day(Date.now() + DAY_MS) };

describe("prices", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let desk: Page;
  let complaints: string[];
  let campaignId: string;
  let before2018: number;

  before(async () => {
    galka = await signedInGalka();
    const listId = await addCrowd(galka, { size: PEOPLE, habits: HABITS, list: "Regulars" });
    campaignId = await writeCampaign(galka, listId);
    before2018 = await charged(galka);
    browser = await startBrowser();
    ({ page: desk, complaints } = await openDesk(browser, galka));
  });
  beforeEach(() => complaints.splice(0));
  afterEach((test) => keepScreen(test, test.name, desk));
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  const button = (name: string | RegExp) => desk.getByRole("button", { name, exact: true });
  const campaign = () => galka.api("getCampaign", { params: { id: campaignId } });

  it("stop a campaign before the message that the budget does not pay", async () => {
    const price = await priceOfOne(galka, campaignId);
    await keepBudget((price * (PAID + 0.5)) / 1_000_000);
    assert.deepEqual(await axeFindings(desk), []);
    await galka.api("launchCampaign", { params: { id: campaignId } });
    await desk.goto(`${galka.url}/campaigns/${campaignId}`);
    await desk.getByText("Budget used up").first().waitFor();
    await desk.getByText(/does not pay for the next message.*raised or removed/u).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await until("those whom it pays for have it", async () => {
      return (await campaign()).funnel.delivered === PAID;
    });
    const { funnel, state } = await campaign();
    assert.deepEqual([state, funnel.sent, funnel.waiting], ["held", PAID, PEOPLE - PAID]);
    assert.deepEqual(complaints, []);
  });

  it("say that a budget is nearly spent, and let the campaign go on once it is raised", async () => {
    await desk.getByRole("link", { name: "To the budgets" }).click();
    await desk.getByText("Nearly spent").waitFor();
    await desk.getByRole("link", { name: "This month" }).click();
    await desk.getByText(/is nearly spent/u).waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByRole("link", { name: "Budgets" }).click();
    await button("Change").click();
    await desk.getByLabel("Limit").fill("500");
    await button("Keep").click();
    await desk.getByText("Nearly spent").waitFor({ state: "detached" });
    await until("the others have it too", async () => {
      const { funnel, state } = await campaign();
      return state === "finished" && funnel.delivered === PEOPLE;
    });
    assert.deepEqual(complaints, []);
  });

  it("tell the same messages under other tariffs, side by side", async () => {
    await desk.goto(`${galka.url}/prices?tab=whatIf&period=90`);
    const row = (tariff: string) => desk.locator(`[data-tariff="${tariff}"]`);
    // Under the tariff of 2018 each delivered template is charged, whatever it is about.
    const of2018 = await charged(galka);
    assert.equal(of2018 - before2018, PEOPLE);
    await row("2018")
      .getByRole("cell", { name: String(of2018), exact: true })
      .waitFor();
    assert.deepEqual(await axeFindings(desk), []);
    await desk.getByLabel("Meta 2018: notifications").uncheck();
    await row("2018").waitFor({ state: "detached" });
    await desk.goto(`${galka.url}/prices?tab=tariffs`);
    await button("Roubles of 2022: 4 and 6").click();
    await button("Keep").last().click();
    await desk.getByRole("link", { name: "What if" }).click();
    const roubles = desk.locator("tr", { hasText: "RUB" });
    await roubles.first().waitFor();
    assert.deepEqual(complaints, []);
  });

  async function keepBudget(units: number): Promise<void> {
    await desk.goto(`${galka.url}/prices?tab=budgets`);
    await button("New budget").click();
    await desk.getByLabel("For").selectOption({ label: "Utility" });
    await desk.getByLabel("Limit").fill(String(units));
    await desk.getByRole("checkbox", { name: "Stop sending when it is spent" }).check();
    await button("Keep").click();
    await desk.getByText("stops sending when spent").waitFor();
  }
});

async function writeCampaign({ api, channelId }: SignedInGalka, listId: string): Promise<string> {
  const { items } = await api("listTemplates", { params: { id: channelId } });
  const template = items.find((it) => it.name === "order_ready" && it.language === "ru");
  const source = { from: "constant", value: "1184" } as const;
  const values = ["1", "2"].map((key) => ({ place: "body" as const, key, source }));
  const { id } = await api("createCampaign", {
    body: {
      name: "Orders are ready",
      channelId,
      audience: { of: [{ from: "list", listId }], except: [] },
      plan: {
        ...PLAIN_PLAN,
        messages: [{ templateId: template?.id ?? "", values, files: [] }],
      },
    },
  });
  return id;
}

/** The most that one of its messages costs, in millionths. */
async function priceOfOne({ api }: SignedInGalka, id: string): Promise<number> {
  const { name, channelId, audience, plan } = await api("getCampaign", { params: { id } });
  const { cost } = await api("forecastCampaign", { body: { name, channelId, audience, plan } });
  const [line] = cost?.lines ?? [];
  assert.ok(line && line.count === PEOPLE);
  return line.mostMicros / line.count;
}

/** How many messages are charged under the tariff of 2018. */
async function charged({ api }: SignedInGalka): Promise<number> {
  const { tariffs } = await api("getWhatIf", { query: { ...AROUND_NOW, tariffs: "by-date,2018" } });
  const old = tariffs.find(({ tariff }) => tariff === "2018");
  return (old?.totals ?? []).reduce((sum, { chargedCount }) => sum + chargedCount, 0);
}
