import { randomUUID } from "node:crypto";
import { type ControlClient, DEMO } from "@galka/emulator";
import { until } from "../until.ts";
import type { Api } from "./people.ts";

/** Where Meta is. */
export type Place = { readonly emulator: ControlClient; readonly emulatorUrl: string };

/** Connects the emulator's number as large businesses have one: a thousand messages a second, to anybody. Answers the channel. */
export async function connectNumber(api: Api, { emulator, emulatorUrl }: Place): Promise<string> {
  await emulator.changeNumber(DEMO.phoneNumberId, { throughputLevel: "HIGH" });
  const channel = await api("connectChannel", {
    body: {
      accessToken: DEMO.accessToken,
      appSecret: DEMO.appSecret,
      appId: DEMO.appId,
      wabaId: DEMO.wabaId,
      phoneNumberId: DEMO.phoneNumberId,
      baseUrl: emulatorUrl,
    },
  });
  // Afterwards, so that Galka is told of it, as of a number that has grown.
  await emulator.changeNumber(DEMO.phoneNumberId, { messagingLimit: "TIER_UNLIMITED" });
  return channel.id;
}

export type Category = "marketing" | "utility";

const TEXTS = {
  marketing: "Hello {{1}}, our new season begins on Monday. Come and taste it with us.",
  utility: "Hello {{1}}, the appointment that you asked for is confirmed for Monday.",
} as const satisfies Record<Category, string>;

/** Submits a template, has it approved and read by Galka; answers its id. */
export async function approvedTemplate(
  api: Api,
  place: Place,
  channelId: string,
  category: Category,
): Promise<string> {
  const { emulator, emulatorUrl } = place;
  const response = await fetch(`${emulatorUrl}/v26.0/${DEMO.wabaId}/message_templates`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${DEMO.accessToken}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({
      name: `proof_${category}`,
      language: "en_US",
      category: category.toUpperCase(),
      components: [{ type: "BODY", text: TEXTS[category], example: { body_text: [["Mia"]] } }],
    }),
  });
  if (!response.ok) throw new Error(`The template was refused: ${await response.text()}`);
  const { data } = await emulator.templates();
  const template = data.find(({ name }) => name === `proof_${category}`);
  if (!template) throw new Error("The emulator has not kept the template.");
  await emulator.decideTemplate(template.id, { decision: "approve" });
  await until("Galka knows that the template is approved", async () => {
    const { items } = await api("syncTemplates", { params: { id: channelId } });
    return items.some(({ name, status }) => name === `proof_${category}` && status === "approved");
  });
  const { items } = await api("listTemplates", { params: { id: channelId } });
  const found = items.find(({ name }) => name === `proof_${category}`);
  if (!found) throw new Error("Galka has not read the template.");
  return found.id;
}

export type CampaignWish = {
  readonly name: string;
  readonly channelId: string;
  readonly templateId: string;
  readonly listId: string;
  readonly perMinute: number | null;
};

/** Writes a campaign to a list, at once, with everybody's name in it; answers its id. */
export async function writeCampaign(api: Api, wish: CampaignWish): Promise<string> {
  const { name, channelId, templateId, listId, perMinute } = wish;
  const source = { from: "name", fallback: "there" } as const;
  const { id } = await api("createCampaign", {
    body: {
      clientId: randomUUID(),
      name,
      channelId,
      audience: { of: [{ from: "list", listId }], except: [] },
      plan: {
        messages: [{ templateId, values: [{ place: "body", key: "1", source }], files: [] }],
        start: { kind: "now" },
        repeat: null,
        firstWave: null,
        test: null,
        steps: [],
        perMinute,
        triesLater: false,
      },
    },
  });
  return id;
}
