import { idOf } from "@galka/core/kernel/ids";
import { askConsent } from "../../../operations/consent/ask-consent.ts";
import {
  changeConsentRules,
  chooseCountry,
  readConsentSettings,
} from "../../../operations/consent/consent-settings.ts";
import {
  addWording,
  readWordings,
  retireConsentWording,
} from "../../../operations/consent/consent-wordings.ts";
import { readConsent } from "../../../operations/consent/read-consent.ts";
import { recordConsent } from "../../../operations/consent/record-consent.ts";
import { takeConsent } from "../../../operations/consent/take-consent.ts";
import { handle } from "../../handle.ts";
import {
  presentConsentSettings,
  presentContactConsent,
  presentWording,
} from "../../present/consent.ts";

/** Times of a body as instants; what is left out stays out. */
function instants({ at, expiresAt }: { readonly at?: string; readonly expiresAt?: string }) {
  return {
    ...(at !== undefined && { at: new Date(at) }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }),
  };
}

export const consentRoutes = {
  getConsent: handle("getConsent", async ({ app, member, params }) => {
    const found = await readConsent(app, member, idOf(params.id));
    return "refused" in found ? found : presentContactConsent(found);
  }),

  recordConsent: handle("recordConsent", async ({ app, member, params, body }) => {
    const { at: _, expiresAt: __, ...said } = body;
    return recordConsent(app, member, idOf(params.id), { ...said, ...instants(body) });
  }),

  takeConsent: handle("takeConsent", async ({ app, member, body }) => {
    const { at: _, expiresAt: __, ...said } = body;
    const taken = await takeConsent(app, member, { ...said, ...instants(body) });
    return "refused" in taken ? taken : { ...taken, recordIds: [...taken.recordIds] };
  }),

  askConsent: handle("askConsent", async ({ app, member, params, body }) =>
    askConsent(app, member, { ...body, conversationId: idOf(params.id) }),
  ),

  getConsentSettings: handle("getConsentSettings", async ({ app, member }) => {
    const settings = await readConsentSettings(app, member);
    return "refused" in settings ? settings : presentConsentSettings(settings);
  }),

  setConsentSettings: handle("setConsentSettings", async ({ app, member, body }) => {
    const settings = await changeConsentRules(app, member, body);
    return "refused" in settings ? settings : presentConsentSettings(settings);
  }),

  setConsentCountry: handle("setConsentCountry", async ({ app, member, body }) => {
    const settings = await chooseCountry(app, member, body);
    return "refused" in settings ? settings : presentConsentSettings(settings);
  }),

  listConsentWordings: handle("listConsentWordings", async ({ app, member }) => {
    const found = await readWordings(app, member);
    return "refused" in found ? found : { items: found.items.map(presentWording) };
  }),

  addConsentWording: handle("addConsentWording", async ({ app, member, body }) => {
    const added = await addWording(app, member, body);
    return "refused" in added ? added : presentWording(added);
  }),

  retireConsentWording: handle("retireConsentWording", async ({ app, member, params }) =>
    retireConsentWording(app, member, params.id),
  ),
};
