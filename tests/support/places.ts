import type { Page } from "playwright-core";
import type { SignedInGalka } from "./signed-in.ts";
import { until } from "./until.ts";
import type { App, Locale } from "./words.ts";

/** One thing that can be looked at: how one comes to it, and how one knows that it is there. */
export type Place = {
  readonly name: string;
  readonly app: App;
  show(page: Page, say: (key: string) => string, locale: Locale): Promise<unknown>;
};

/** Every page of the team's workspace, in its richest state that the demo has. */
export async function placesOfDesk(galka: SignedInGalka): Promise<readonly Place[]> {
  const { url, channelId } = galka;
  const conversation = await conversationsByName(galka);
  const importId = await readyImport(galka);
  const campaignId = await writtenCampaign(galka);
  const at = (name: string, path: string, show: Place["show"]): Place => ({
    name,
    app: "web",
    async show(page, ...rest) {
      await page.goto(`${url}${path}`);
      await show(page, ...rest);
    },
  });
  const thread = (name: string, who: string, then: Place["show"] = async () => {}) =>
    at(name, `/inbox/${conversation(who).id}`, async (page, ...rest) => {
      await page.locator("[data-message]").last().waitFor();
      await then(page, ...rest);
    });
  const inbox = (name: string, then: Place["show"] = async () => {}) =>
    at(name, "/inbox", async (page, ...rest) => {
      await page.locator("[data-conversation]").first().waitFor();
      await then(page, ...rest);
    });
  const settings = (name: string, path: string, key: string) =>
    at(name, `/settings/${path}`, (page, say) => page.getByText(say(key)).first().waitFor());

  return [
    inbox("inbox"),
    thread("conversation", "Анна Петрова"),
    thread("interactive", "Mia Hoffmann"),
    thread("unsupported", "Nour"),
    thread("voice", "Priya Nair"),
    thread("document", "Jonas Berg"),
    thread("failed", "Bella Blocked", (page, say) =>
      page.getByText(say("failure.raw").split(" (")[0] ?? "").waitFor(),
    ),
    thread("closed", "Tom Whitfield", (page, say) =>
      page.getByRole("button", { name: say("template.choose") }).waitFor(),
    ),
    thread("templates", "Tom Whitfield", async (page, say) => {
      await page.getByRole("button", { name: say("template.choose") }).click();
      await page.getByRole("dialog").getByRole("button").nth(3).waitFor();
    }),
    thread("template", "Tom Whitfield", async (page, say) => {
      await page.getByRole("button", { name: say("template.choose") }).click();
      await page.getByRole("dialog").locator("li button").first().click();
      await page.getByRole("button", { name: say("template.send") }).waitFor();
    }),
    thread("emoji", "Анна Петрова", async (page, say) => {
      await page.getByRole("button", { name: say("emoji.open") }).click();
      await page.getByPlaceholder(say("emoji.search")).waitFor();
    }),
    thread("viewer", "Анна Петрова", async (page) => {
      await page.locator("[data-message] button img").first().click();
      await page.getByRole("dialog").waitFor();
    }),
    at("contacts", "/contacts", (page) => page.getByText("Priya Nair").first().waitFor()),
    at("contact", `/contacts/${conversation("Анна Петрова").contact.id}`, (page, say) =>
      page.getByRole("heading", { name: say("contact.identities") }).waitFor(),
    ),
    at("contacts, filtered", "/contacts", async (page, say) => {
      await page.getByText("Priya Nair").first().waitFor();
      await page.getByRole("button", { name: say("filters.title"), exact: true }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: say("filters.show"), exact: true })
        .waitFor();
    }),
    at("contacts, chosen", "/contacts", async (page, say) => {
      await page.getByRole("checkbox").first().click();
      await page.getByRole("region", { name: say("bulk.region") }).waitFor();
    }),
    at("segments", "/audience", (page, say) =>
      page.getByText(say("audience.noSegments.title")).waitFor(),
    ),
    at("segment", "/audience", async (page, say) => {
      await page.getByRole("button", { name: say("audience.newSegment") }).click();
      await page.getByRole("dialog").getByRole("listitem").nth(3).waitFor();
    }),
    at("lists", "/audience?show=lists", (page, say) =>
      page.getByText(say("audience.noLists.title")).waitFor(),
    ),
    at("audience of files", "/audience?show=files", (page, say) =>
      page.getByText(say("audience.noFiles.title")).waitFor(),
    ),
    at("duplicates", "/contacts?show=duplicates", (page, say) =>
      page.getByText(say("peopleTable.noTwins")).first().waitFor(),
    ),
    at("search", "/search?q=заказ", (page) => page.locator("[data-found]").first().waitFor()),
    inbox("palette", async (page, say) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("combobox", { name: say("search.title") }).fill("заказ");
      await page.getByRole("option").first().waitFor();
    }),
    inbox("shortcuts", async (page, say) => {
      await page.keyboard.press("?");
      await page.getByRole("dialog", { name: say("shortcuts.title") }).waitFor();
    }),
    at("soonest", "/soonest", (page, say) => page.getByText(say("soonest.free")).first().waitFor()),
    at("due targets", "/soonest?of=targets", (page, say) =>
      page.getByText(say("soonest.noTargets.title")).waitFor(),
    ),
    at("campaigns", "/campaigns", (page) => page.locator("[data-campaign]").first().waitFor()),
    at("campaign, who", `/campaigns/${campaignId}`, (page, say) =>
      page.getByText(say("campaigns.who.reached")).waitFor(),
    ),
    at("campaign, what", `/campaigns/${campaignId}?step=what`, (page, say) =>
      page.getByRole("button", { name: say("template.back") }).waitFor(),
    ),
    at("campaign, when", `/campaigns/${campaignId}?step=when`, (page, say) =>
      page.getByText(say("campaigns.wave.limits")).waitFor(),
    ),
    at("campaign, check", `/campaigns/${campaignId}?step=check`, (page, say) =>
      page.getByRole("heading", { name: say("campaigns.check.when") }).waitFor(),
    ),
    settings("approval of campaigns", "campaigns", "campaigns.settings.approval"),
    at("templates", "/templates", (page) =>
      page
        .getByRole("link", { name: /order_ready/ })
        .first()
        .waitFor(),
    ),
    at("template's life", "/templates?open=order_ready", (page, say) =>
      page.getByRole("heading", { name: say("templates.life.title") }).waitFor(),
    ),
    at("template's editor", "/templates", async (page, say) => {
      await page.getByRole("button", { name: say("templates.add") }).click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: say("templates.start.carousel") })
        .click();
      await page.getByRole("button", { name: say("templates.submit") }).waitFor();
    }),
    at("automations", "/automations", (page, say) =>
      page.getByText(say("automations.startTitle")).first().waitFor(),
    ),
    at("rule", "/automations?edit=away", (page, say) =>
      page.getByRole("button", { name: say("automations.dryRun") }).waitFor(),
    ),
    at("prices", "/prices", (page, say) => page.getByText(say("prices.latest")).first().waitFor()),
    at("tariffs", "/prices?tab=tariffs", (page, say) =>
      page.getByText(say("prices.tariffs.card")).first().waitFor(),
    ),
    at("statistics", "/statistics", (page, say) =>
      page.getByText(say("statistics.week.title")).first().waitFor(),
    ),
    at("number health", `/number-health/${channelId}`, (page, say) =>
      page.getByRole("heading", { name: say("health.history.title") }).waitFor(),
    ),
    at("which WhatsApp", "/which-whatsapp", (page, say) =>
      page.getByRole("heading", { name: say("which.prepareTitle") }).waitFor(),
    ),
    at("settings", "/settings", (page, say) =>
      page.getByText(say("settings.about")).first().waitFor(),
    ),
    settings("profile", "profile", "settings.notifications.title"),
    settings("channels", "channels", "channel.status.connected"),
    at("channel", `/settings/channels/${channelId}`, async (page, say) => {
      await page.getByRole("button", { name: say("doctor.again") }).waitFor();
      await page.getByText(say("receipts.applied")).first().waitFor();
    }),
    settings("connect", "channels/connect", "connect.accessLead"),
    settings("delivery", "delivery", "unknownSends.none"),
    settings("imports", "imports", "imports.state.ready"),
    settings("import", `imports/${importId}`, "choices.repeat"),
    settings("members", "members", "team.inTheTeam"),
    settings("roles", "roles", "team.houseRoles"),
    settings("teams", "teams", "team.teamsLead"),
    settings("hours", "hours", "hours.members"),
    at("hours of the office", "/settings/hours", async (page, say) => {
      await page.locator("section").first().getByRole("button").click();
      await page.getByRole("dialog").getByText(say("hours.week")).waitFor();
    }),
    settings("distribution", "distribution", "distribution.desks"),
    at("policy", "/settings/distribution", async (page, say) => {
      await page.locator("section").nth(1).getByRole("button").first().click();
      await page.getByRole("dialog").getByText(say("distribution.methodTitle")).waitFor();
    }),
    settings("consent", "consent", "consent.settings.countries"),
    settings("satisfaction", "satisfaction", "satisfaction.when"),
    settings("targets", "sla", "sla.how"),
    at("form of targets", "/settings/sla", async (page, say) => {
      await page.getByRole("button", { name: say("sla.add") }).click();
      await page.getByRole("dialog").getByText(say("sla.scopeHint")).waitFor();
    }),
    at("scheduled", "/scheduled", (page, say) =>
      page.getByRole("heading", { name: say("scheduled.title") }).waitFor(),
    ),
    settings("conversations", "conversations", "threadSettings.showsTyping"),
    settings("audit", "audit", "audit.changes"),
    settings("security", "security", "security.sessions"),
    settings("about", "about", "about.openapi"),
    at("not found", "/nowhere", (page, say) => page.getByText(say("notFound.title")).waitFor()),
  ];
}

/** Where one signs in, for a browser without a session. */
export function placeToSignIn(url: string): Place {
  return {
    name: "sign-in",
    app: "web",
    async show(page, say) {
      await page.goto(`${url}/sign-in`);
      await page.getByRole("button", { name: say("signIn.action") }).waitFor();
    },
  };
}

/** What there is to see on the page of the simulated phones. */
export async function placesOfPhones(galka: SignedInGalka): Promise<readonly Place[]> {
  const { data: people } = await galka.emulator.people();
  const personOf = (name: string) => people.find((it) => it.name === name)?.id ?? "";
  const chat = `business-${galka.number.phoneNumberId}`;
  const at = (name: string, search: string, then: Place["show"]): Place => ({
    name: `phones, ${name}`,
    app: "phone",
    async show(page, say, locale) {
      await page.goto(`${galka.emulatorUrl}/?lang=${locale}&${search}`);
      await page.locator("[data-person]").first().waitFor();
      await then(page, say, locale);
    },
  });
  const panel = (name: string, hash: string, then: Place["show"]): Place => ({
    name: `phones, ${name}`,
    app: "phone",
    async show(page, say, locale) {
      await page.goto(`${galka.emulatorUrl}/?lang=${locale}&at=${name}${hash}`);
      await then(page, say, locale);
    },
  });
  const row = (page: Page) => page.locator("[data-person] ul button").first();
  const message = (page: Page) => page.locator("[data-message]").last();
  const opened = (who: string) => `narrow=1&person=${personOf(who)}&chat=${chat}`;

  return [
    at("desk", "", (page) => row(page).waitFor()),
    panel("requests", "#log/requests", (page, say) =>
      page
        .getByRole("list", { name: say("log.requests") })
        .locator("li")
        .first()
        .waitFor(),
    ),
    panel("sends", "#log/sends", (page, say) =>
      page
        .getByRole("list", { name: say("log.sends") })
        .locator("li")
        .first()
        .waitFor(),
    ),
    panel("webhooks", "#log/deliveries", (page, say) =>
      page
        .getByRole("list", { name: say("log.deliveries") })
        .locator("li")
        .first()
        .waitFor(),
    ),
    panel("reviewer's desk", "#templates", (page) =>
      page.locator("[data-template]").first().waitFor(),
    ),
    panel("disorder", "#faults", (page, say) =>
      page.getByText(say("faults.preset.reorder")).waitFor(),
    ),
    panel("clock", "#clock", (page, say) =>
      page.getByRole("heading", { name: say("clock.next") }).waitFor(),
    ),
    panel("number", "#number", (page, say) =>
      page.getByRole("heading", { name: say("number.accountTitle") }).waitFor(),
    ),
    panel("bill", "#bill", (page, say) =>
      page.getByRole("heading", { name: say("bill.lines") }).waitFor(),
    ),
    panel("population", "#population", (page, say) =>
      page.getByRole("button", { name: say("population.create") }).waitFor(),
    ),
    panel("settings", "#settings", (page, say) =>
      page.getByRole("heading", { name: say("setting.group.money") }).waitFor(),
    ),
    at("docked", "narrow=1", (page) => row(page).waitFor()),
    at("chat", opened("Анна Петрова"), (page) => message(page).waitFor()),
    at("buttons", opened("Mia Hoffmann"), (page) => message(page).waitFor()),
    at("person's settings", "narrow=1", async (page, say) => {
      await page.getByRole("button", { name: say("me.title") }).click();
      await page.getByText(say("me.receiptsHint")).waitFor();
    }),
    at("business card", opened("Анна Петрова"), async (page, say) => {
      await page.getByRole("button", { name: say("chat.openCard") }).click();
      await page.getByText(say("card.business")).first().waitFor();
    }),
    at("attach", opened("Анна Петрова"), async (page, say) => {
      await page.getByRole("button", { name: say("compose.attach") }).click();
      await page.getByRole("button", { name: say("attach.poll"), exact: true }).waitFor();
    }),
  ];
}

/** Somebody who blocks the business before it answers: what is sent to them fails. */
export async function addBlockedPerson(
  { emulator, api, number }: SignedInGalka,
  name = "Bella Blocked",
): Promise<void> {
  const bella = (await emulator.addPerson({ name })).id;
  await emulator.write(bella, number.phoneNumberId, { kind: "text", body: "Do not write to me." });
  const conversation = await until("her message has arrived", async () => {
    const { items } = await api("listConversations", {});
    return items.find(({ contact }) => contact.profileName === name);
  });
  await emulator.block(bella, number.phoneNumberId);
  await api("sendMessage", {
    params: { id: conversation.id },
    body: { clientId: crypto.randomUUID(), draft: { kind: "text", text: "Are you sure?" } },
  });
  await until("the answer has failed", async () => {
    const { items } = await api("listMessages", { params: { id: conversation.id }, query: {} });
    return items.some(({ status }) => status === "failed");
  });
}

async function conversationsByName({ api }: SignedInGalka) {
  const { items } = await api("listConversations", { query: { limit: 100 } });
  return (name: string) => {
    const found = items.find(({ contact }) => contact.profileName === name);
    if (!found) throw new Error(`Nobody in the demo is called ${name}.`);
    return found;
  };
}

/** A campaign to everybody that is written and was not launched. */
async function writtenCampaign({ api, channelId }: SignedInGalka): Promise<string> {
  const { items } = await api("listTemplates", { params: { id: channelId } });
  const template = items.find(({ name, language }) => name === "order_ready" && language === "ru");
  const constant = { from: "constant", value: "1184" } as const;
  const values = [
    { place: "body", key: "1", source: { from: "name", fallback: null } },
    { place: "body", key: "2", source: constant },
  ] as const;
  const { id } = await api("createCampaign", {
    body: {
      name: "Autumn orders",
      channelId,
      audience: { of: [{ from: "filter", filter: { all: [] } }], except: [] },
      plan: {
        messages: [{ templateId: template?.id ?? "", values, files: [] }],
        start: { kind: "now" },
        repeat: null,
        firstWave: { percent: 20, waitMinutes: 60, onGood: "go", onBad: "stop" },
        test: null,
        steps: [],
        perMinute: null,
        triesLater: true,
      },
    },
  });
  return id;
}

/** A chat export that has been read and waits for a decision. */
async function readyImport({ api, url, cookie }: SignedInGalka): Promise<string> {
  const body = new FormData();
  body.set("file", new Blob([EXPORT], { type: "text/plain" }), "WhatsApp Chat with Vera.txt");
  const response = await fetch(`${url}/api/v1/imports/chat`, {
    method: "POST",
    headers: { cookie, origin: url },
    body,
  });
  if (!response.ok) throw new Error(`The import answered ${response.status}.`);
  return until("the export has been read", async () => {
    const { items } = await api("listImports", {});
    return items.find(({ state }) => state === "ready")?.id;
  });
}

const EXPORT = [
  "13/02/2026, 09:12 - Messages and calls are end-to-end encrypted.",
  "13/02/2026, 09:12 - Vera: Good morning, is the shop open on Sunday?",
  "13/02/2026, 09:20 - Jackdaw Coffee: It is, from ten to four.",
  "13/02/2026, 09:21 - Vera: Then I will come",
  "with two friends",
  "13/02/2026, 09:30 - Vera: <Media omitted>",
].join("\n");
