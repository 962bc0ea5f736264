import { readWaveLimits } from "../../../operations/campaigns/reading/wave-limits.ts";
import {
  readCampaignSettings,
  setCampaignSettings,
} from "../../../operations/campaigns/campaign-settings.ts";
import { readCampaignNames } from "../../../operations/campaigns/reading/campaign-names.ts";
import { forecastCampaign } from "../../../operations/campaigns/reading/forecast-campaign.ts";
import { launchCampaign } from "../../../operations/campaigns/launch-campaign.ts";
import { moveByMember } from "../../../operations/campaigns/move-by-member.ts";
import { previewCampaign } from "../../../operations/campaigns/reading/preview-campaign.ts";
import {
  readCampaign,
  readCampaignList,
} from "../../../operations/campaigns/reading/read-campaigns.ts";
import {
  readRecipientText,
  readRecipients,
} from "../../../operations/campaigns/reading/read-recipients.ts";
import { readCampaignReport } from "../../../operations/campaigns/reading/read-report.ts";
import { retryCampaign } from "../../../operations/campaigns/retry-campaign.ts";
import { testCampaign } from "../../../operations/campaigns/test-campaign.ts";
import {
  copyCampaign,
  createCampaign,
  deleteCampaign,
  setCampaignPace,
  updateCampaign,
} from "../../../operations/campaigns/write-campaigns.ts";
import {
  parseIdCursor,
  parseTimeCursor,
  presentIdCursor,
  presentTimeCursor,
} from "../../cursor.ts";
import { handle } from "../../handle.ts";
import {
  presentCampaign,
  presentCampaignRow,
  presentForecast,
  presentPersonalText,
  presentRecipient,
  presentReport,
} from "../../present/campaign.ts";

const PAGE = 50;

export const campaignRoutes = {
  listCampaigns: handle("listCampaigns", async ({ app, member, query }) => {
    const { cursor, limit = PAGE, ...which } = query;
    const after = cursor === undefined ? {} : { after: parseTimeCursor(cursor) };
    const page = await readCampaignList(app, member, { ...which, ...after, limit });
    if ("refused" in page) return page;
    return { items: page.items.map(presentCampaignRow), next: presentTimeCursor(page.next) };
  }),
  listCampaignNames: handle("listCampaignNames", async ({ app, member, query }) => {
    const found = await readCampaignNames(app, member, { limit: PAGE, ...query });
    if ("refused" in found) return found;
    const items = found.items.map(({ startedAt, ...it }) => ({
      ...it,
      startedAt: startedAt?.toISOString() ?? null,
    }));
    return { items };
  }),
  createCampaign: handle("createCampaign", ({ app, member, body }) =>
    createCampaign(app, member, body),
  ),
  getCampaignSettings: handle("getCampaignSettings", ({ app, member }) =>
    readCampaignSettings(app, member),
  ),
  getWaveLimits: handle("getWaveLimits", ({ app, member }) => readWaveLimits(app, member)),
  setCampaignSettings: handle("setCampaignSettings", ({ app, member, body }) =>
    setCampaignSettings(app, member, body),
  ),
  forecastCampaign: handle("forecastCampaign", async ({ app, member, body }) => {
    const told = await forecastCampaign(app, member, body);
    return "refused" in told ? told : presentForecast(told);
  }),
  previewCampaign: handle("previewCampaign", async ({ app, member, body }) => {
    const preview = await previewCampaign(app, member, body);
    if ("refused" in preview) return preview;
    return { ...preview, items: preview.items.map(presentPersonalText) };
  }),
  getCampaign: handle("getCampaign", async ({ app, member, params }) => {
    const view = await readCampaign(app, member, params.id);
    return "refused" in view ? view : presentCampaign(view);
  }),
  updateCampaign: handle("updateCampaign", ({ app, member, params, body }) =>
    updateCampaign(app, member, { ...body, id: params.id }),
  ),
  deleteCampaign: handle("deleteCampaign", ({ app, member, params }) =>
    deleteCampaign(app, member, params.id),
  ),
  copyCampaign: handle("copyCampaign", ({ app, member, params }) =>
    copyCampaign(app, member, params.id),
  ),
  launchCampaign: handle("launchCampaign", ({ app, member, params }) =>
    launchCampaign(app, member, params.id),
  ),
  moveCampaign: handle("moveCampaign", ({ app, member, params, body }) =>
    moveByMember(app, member, params.id, body.move),
  ),
  setCampaignPace: handle("setCampaignPace", ({ app, member, params, body }) =>
    setCampaignPace(app, member, params.id, body.perMinute),
  ),
  testCampaign: handle("testCampaign", ({ app, member, params, body }) =>
    testCampaign(app, member, { ...body, id: params.id }),
  ),
  retryCampaign: handle("retryCampaign", ({ app, member, params, body }) =>
    retryCampaign(app, member, params.id, body.problems),
  ),
  listCampaignRecipients: handle(
    "listCampaignRecipients",
    async ({ app, member, params, query }) => {
      const { cursor, limit = PAGE, ...which } = query;
      const after = cursor === undefined ? {} : { after: parseIdCursor(cursor) };
      const wish = { ...which, ...after, campaignId: params.id, limit };
      const page = await readRecipients(app, member, wish);
      if ("refused" in page) return page;
      return { items: page.items.map(presentRecipient), next: presentIdCursor(page.next) };
    },
  ),
  getCampaignRecipient: handle("getCampaignRecipient", async ({ app, member, params, query }) => {
    const wish = { campaignId: params.id, contactId: query.contactId };
    const text = await readRecipientText(app, member, wish);
    return "refused" in text ? text : presentPersonalText(text);
  }),
  getCampaignReport: handle("getCampaignReport", async ({ app, member, params }) => {
    const report = await readCampaignReport(app, member, params.id);
    return "refused" in report ? report : presentReport(report);
  }),
};
