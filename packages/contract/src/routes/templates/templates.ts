import { z } from "zod";
import {
  lintFindingJson,
  templateLibraryJson,
  templateLifeJson,
  templateTextJson,
} from "../../json/templates/template-library.ts";
import { templateJson } from "../../json/templates/template.ts";
import { type Route, byId, done, id } from "../../route.ts";

const templateId = z.string().min(1).max(100);
const list = z.object({ items: z.array(templateJson), syncedAt: z.iso.datetime().nullable() });

export const TEMPLATE_ROUTES = {
  listTemplates: {
    method: "GET",
    path: "/api/v1/channels/:id/templates",
    summary: "Templates that a number can send, as its account had them last",
    params: byId,
    answer: list,
  },
  syncTemplates: {
    method: "POST",
    path: "/api/v1/channels/:id/templates/sync",
    summary: "Read the templates from Meta again",
    params: byId,
    answer: list,
  },
  getTemplateLibrary: {
    method: "GET",
    path: "/api/v1/channels/:id/template-library",
    summary: "All templates of a number's account, those put away too, with drafts and use",
    params: byId,
    answer: templateLibraryJson,
  },
  getTemplateLife: {
    method: "GET",
    path: "/api/v1/channels/:id/template-life",
    summary: "One template: every state it had, how it is used, whether it may be edited",
    params: byId,
    query: z.object({ templateId }),
    answer: templateLifeJson,
  },
  lintTemplate: {
    method: "POST",
    path: "/api/v1/channels/:id/template-lint",
    summary: "What Meta would refuse about a text, and what would do harm; nothing is submitted",
    params: byId,
    body: z.object({ text: templateTextJson, templateId: templateId.nullable() }),
    answer: z.object({ findings: z.array(lintFindingJson) }),
  },
  hideTemplate: {
    method: "PUT",
    path: "/api/v1/channels/:id/template-hidden",
    summary: "Put a template away so that nobody is offered it, or back; Meta keeps it as it is",
    params: byId,
    body: z.object({ templateId, hidden: z.boolean() }),
    answer: done,
  },
  seeTemplateCategory: {
    method: "PUT",
    path: "/api/v1/channels/:id/template-category-seen",
    summary: "Take note of what Meta did with a template's category",
    params: byId,
    body: z.object({ templateId }),
    answer: done,
  },
  deleteTemplate: {
    method: "POST",
    path: "/api/v1/channels/:id/template-deletion",
    summary: "Delete a template at Meta; the name of an approved one stays taken for 30 days",
    params: byId,
    body: z.object({ templateId, languages: z.enum(["one", "all"]) }),
    answer: done,
  },
  saveTemplateDraft: {
    method: "PUT",
    path: "/api/v1/template-drafts/:id",
    summary:
      "Keep a draft under an id of the caller's; the same id again changes it. With templateId it is an edit of that template",
    params: byId,
    body: z.object({
      channelId: id,
      templateId: templateId.nullable(),
      text: templateTextJson,
    }),
    answer: z.object({ id }),
  },
  discardTemplateDraft: {
    method: "DELETE",
    path: "/api/v1/template-drafts/:id",
    summary: "Throw a draft away",
    params: byId,
    answer: done,
  },
  submitTemplateDraft: {
    method: "POST",
    path: "/api/v1/template-drafts/:id/submission",
    summary: "Submit a draft for Meta's review; the draft is gone when Meta has taken it",
    params: byId,
    body: z.object({}),
    answer: z.object({ templateId: z.string(), status: templateJson.shape.status }),
  },
} as const satisfies Record<string, Route>;
