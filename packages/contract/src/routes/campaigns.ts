import { z } from "zod";
import {
  campaignJson,
  campaignRowJson,
  campaignStateJson,
  waveSignJson,
} from "../json/campaigns/campaign.ts";
import { campaignForecastJson } from "../json/campaigns/forecast.ts";
import { campaignDraftJson } from "../json/campaigns/plan.ts";
import {
  recipientJson,
  recipientStateJson,
  recipientTextJson,
} from "../json/campaigns/recipient.ts";
import { campaignReportJson } from "../json/campaigns/report.ts";
import { type Route, byId, done, id, limit } from "../route.ts";

const page = { cursor: z.string().exactOptional(), limit };

export const CAMPAIGN_ROUTES = {
  listCampaigns: {
    method: "GET",
    path: "/api/v1/campaigns",
    summary: "Campaigns, the newest first",
    query: z.object({ state: campaignStateJson.exactOptional(), ...page }),
    answer: z.object({ items: z.array(campaignRowJson), next: z.string().nullable() }),
  },
  listCampaignNames: {
    method: "GET",
    path: "/api/v1/campaign-names",
    summary: "What campaigns are called, the newest first: by a part of the name, or by their ids",
    query: z.object({
      part: z.string().max(200).exactOptional(),
      /** With commas between them. */
      ids: z
        .string()
        .transform((text) => text.split(","))
        .pipe(z.array(z.uuid()).max(100))
        .exactOptional(),
      limit,
    }),
    answer: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          /** When its people were settled; null before. */
          startedAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  },
  createCampaign: {
    method: "POST",
    path: "/api/v1/campaigns",
    summary: "Write a campaign. Nothing is sent; the same clientId never makes a second one",
    body: campaignDraftJson.extend({ clientId: id.exactOptional() }),
    answer: z.object({ id: z.string() }),
  },
  getCampaignSettings: {
    method: "GET",
    path: "/api/v1/campaigns/settings",
    summary: "Above how many people a second person has to agree to a campaign",
    answer: z.object({ approvalAbove: z.number().nullable() }),
  },
  setCampaignSettings: {
    method: "PUT",
    path: "/api/v1/campaigns/settings",
    summary: "Have a second person agree to campaigns above so many people; null is nobody",
    body: z.object({ approvalAbove: z.number().int().min(0).max(100_000_000).nullable() }),
    answer: done,
  },
  getWaveLimits: {
    method: "GET",
    path: "/api/v1/campaigns/wave-limits",
    summary: "By which limits a first wave is judged when none are set: from the last ninety days",
    answer: z.object({
      signs: z.array(
        z.object({ sign: waveSignJson, usual: z.number().nullable(), limit: z.number() }),
      ),
    }),
  },
  forecastCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/forecast",
    summary: "What a campaign would do: when it ends, whom it reaches on which day, what it costs",
    body: campaignDraftJson,
    answer: campaignForecastJson,
  },
  previewCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/preview",
    summary:
      "The final text of some people of an audience, those first for whom something is missing",
    body: z.object({
      draft: campaignDraftJson,
      /** Which of the competing templates; 0 is the first. */
      variant: z.number().int().min(0).max(3),
      contactId: id.exactOptional(),
    }),
    answer: z.object({
      items: z.array(recipientTextJson),
      /** How many of the first thousand people something is missing for. */
      incomplete: z.number(),
      looked: z.number(),
    }),
  },
  getCampaign: {
    method: "GET",
    path: "/api/v1/campaigns/:id",
    summary: "One campaign with its live figures",
    params: byId,
    answer: campaignJson,
  },
  updateCampaign: {
    method: "PUT",
    path: "/api/v1/campaigns/:id",
    summary: "Change a campaign that was not launched",
    params: byId,
    body: campaignDraftJson,
    answer: done,
  },
  deleteCampaign: {
    method: "DELETE",
    path: "/api/v1/campaigns/:id",
    summary: "Delete a draft, or a campaign that has ended with its list of people; messages stay",
    params: byId,
    answer: done,
  },
  copyCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/:id/copy",
    summary: "A draft that is like this campaign",
    params: byId,
    answer: z.object({ id: z.string() }),
  },
  launchCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/:id/launch",
    summary: "Launch it: it runs, waits for its time, or waits for a second person's agreement",
    params: byId,
    answer: z.object({ state: campaignStateJson }),
  },
  moveCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/:id/moves",
    summary: "Approve, reject, recall, pause, resume or stop. Asked twice it is done once",
    params: byId,
    body: z.object({
      move: z.enum(["approve", "reject", "recall", "pause", "resume", "stop"]),
    }),
    answer: z.object({ state: campaignStateJson }),
  },
  setCampaignPace: {
    method: "PUT",
    path: "/api/v1/campaigns/:id/pace",
    summary: "Have it go at another pace from now on; null is as fast as it may",
    params: byId,
    body: z.object({ perMinute: z.number().int().min(1).max(60_000).nullable() }),
    answer: done,
  },
  testCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/:id/test",
    summary:
      "Send it to one contact now, as a message like any other; the same clientId never twice",
    params: byId,
    body: z.object({
      contactId: id,
      variant: z.number().int().min(0).max(3),
      clientId: id,
    }),
    answer: z.object({ messageId: z.string() }),
  },
  retryCampaign: {
    method: "POST",
    path: "/api/v1/campaigns/:id/retry",
    summary: "Write once more to those who failed by these causes; never where Meta forbids it",
    params: byId,
    body: z.object({ problems: z.array(z.string().max(40)).min(1).max(50) }),
    answer: z.object({ count: z.number() }),
  },
  listCampaignRecipients: {
    method: "GET",
    path: "/api/v1/campaigns/:id/recipients",
    summary: "The people of a campaign with what became of each",
    params: byId,
    query: z.object({
      state: recipientStateJson.exactOptional(),
      problem: z.string().max(40).exactOptional(),
      mark: z.enum(["tapped", "answered", "opted-out"]).exactOptional(),
      step: z.coerce.number().int().min(0).max(5).exactOptional(),
      ...page,
    }),
    answer: z.object({ items: z.array(recipientJson), next: z.string().nullable() }),
  },
  getCampaignRecipient: {
    method: "GET",
    path: "/api/v1/campaigns/:id/text",
    summary: "The final text that one person of a campaign gets or got",
    params: byId,
    query: z.object({ contactId: id }),
    answer: recipientTextJson,
  },
  getCampaignReport: {
    method: "GET",
    path: "/api/v1/campaigns/:id/report",
    summary: "What a campaign has brought, and what it cost per reader and per answer",
    params: byId,
    answer: campaignReportJson,
  },
} as const satisfies Record<string, Route>;
