import type { World } from "./world.ts";

/** Every mutation of the consent ledger and its rules, by the route that causes it. */
export const CONSENT_MUTATIONS: Readonly<
  Record<string, (world: World, conversationId: string) => Promise<unknown>>
> = {
  setConsentSettings: (world) =>
    world.api("setConsentSettings", {
      body: {
        stopWords: ["Genug"],
        startWords: [],
        caps: [{ channelId: null, most: 2, days: 7 }],
        quietHours: { fromMinute: 1260, toMinute: 480 },
        stopConfirmation: { isOn: true, texts: { en: "Heard. START brings them back." } },
      },
    }),
  setConsentCountry: (world) =>
    world.api("setConsentCountry", {
      body: { country: "RU", marketing: "off", reason: "As it was" },
    }),
  addConsentWording: (world) =>
    world.api("addConsentWording", {
      body: { name: "Offers", language: "en", text: "Write me about offers." },
    }),
  retireConsentWording: async (world) => {
    const [wording] = (await world.api("listConsentWordings", {})).items;
    await world.api("retireConsentWording", { params: { id: wording?.id ?? "" } });
  },
  recordConsent: async (world, id) => {
    const { conversation } = await world.api("getConversation", { params: { id } });
    await world.api("recordConsent", {
      params: { id: conversation.contact.id },
      body: {
        purpose: "marketing",
        decision: "granted",
        wording: "Write me about offers.",
        note: "Said so in the shop",
      },
    });
  },
  takeConsent: (world) =>
    world.api("takeConsent", {
      body: {
        key: "form-1",
        phone: "+49 1550 7654399",
        name: "Somebody of a form",
        purposes: ["marketing"],
        decision: "granted",
        wording: "Write me about offers.",
        way: "site-form",
      },
    }),
};
