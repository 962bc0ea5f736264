import { audienceListJson, segmentJson } from "@galka/contract/json/people/audience";
import {
  keepAudienceList,
  readAudienceLists,
  removeAudienceList,
} from "../../../operations/audience/audience-lists.ts";
import { compareAudiences, countAudience } from "../../../operations/audience/count-audience.ts";
import { previewAudience } from "../../../operations/audience/preview-audience.ts";
import { keepSegment, readSegments, removeSegment } from "../../../operations/audience/segments.ts";
import { handle } from "../../handle.ts";
import { presentPerson } from "../../present/person.ts";

const USUAL_PREVIEW = 20;

export const audienceRoutes = {
  listSegments: handle("listSegments", async ({ app, member }) => {
    const seen = await readSegments(app, member);
    if ("refused" in seen) return seen;
    return { items: seen.items.map((it) => segmentJson.parse(it)) };
  }),

  createSegment: handle("createSegment", async ({ app, member, body }) => {
    const kept = await keepSegment(app, member, null, body);
    return "refused" in kept ? kept : segmentJson.parse(kept);
  }),

  updateSegment: handle("updateSegment", async ({ app, member, params, body }) => {
    const kept = await keepSegment(app, member, params.id, body);
    return "refused" in kept ? kept : segmentJson.parse(kept);
  }),

  removeSegment: handle("removeSegment", ({ app, member, params }) =>
    removeSegment(app, member, params.id),
  ),

  listAudienceLists: handle("listAudienceLists", async ({ app, member }) => {
    const seen = await readAudienceLists(app, member);
    return "refused" in seen ? seen : { items: seen.items.map(presentList) };
  }),

  createAudienceList: handle("createAudienceList", async ({ app, member, body }) => {
    const kept = await keepAudienceList(app, member, null, body);
    return "refused" in kept ? kept : presentList(kept);
  }),

  updateAudienceList: handle("updateAudienceList", async ({ app, member, params, body }) => {
    const kept = await keepAudienceList(app, member, params.id, body);
    return "refused" in kept ? kept : presentList(kept);
  }),

  removeAudienceList: handle("removeAudienceList", ({ app, member, params }) =>
    removeAudienceList(app, member, params.id),
  ),

  countAudience: handle("countAudience", ({ app, member, body }) =>
    countAudience(app, member, body.wish, body.until),
  ),

  compareAudiences: handle("compareAudiences", ({ app, member, body }) =>
    compareAudiences(app, member, body, body.until),
  ),

  previewAudience: handle("previewAudience", async ({ app, member, body }) => {
    const found = await previewAudience(app, member, body.wish, body.limit ?? USUAL_PREVIEW);
    if ("refused" in found) return found;
    return {
      items: found.items.map(({ person, variables }) => ({
        person: presentPerson(person),
        variables: variables && { ...variables },
      })),
      isUnfinished: found.isUnfinished,
    };
  }),
};

type Listed = Awaited<ReturnType<typeof keepAudienceList>>;

function presentList(list: Exclude<Listed, { readonly refused: string }>) {
  return audienceListJson.parse({ ...list, createdAt: list.createdAt.toISOString() });
}
