import { resolveValues } from "@galka/core/campaigns/resolve-values";
import { idOf } from "@galka/core/kernel/ids";
import type { MessageContent } from "@galka/core/messages/content";
import type { Refused } from "@galka/core/kernel/refused";
import { filledAsFarAs } from "@galka/core/templates/fill";
import { missingVariables } from "@galka/core/templates/values";
import type { Variable } from "@galka/core/templates/variables";
import type { Member } from "@galka/core/workspaces/member";
import { audienceQuery, findMissingParts } from "@galka/postgres/stores/audience/audience-query";
import {
  type AudiencePerson,
  sampleAudience,
} from "@galka/postgres/stores/campaigns/audience-facts";
import type { App } from "../../../app.ts";
import { type PartGone, type PartPrivate, unseenIn } from "../../audience/unseen-parts.ts";
import { type CampaignDesk, type Forbidden, prepareCampaigns } from "../campaign-desk.ts";
import { type ReadyMessage, messageOf, readyMessage } from "../campaign-templates.ts";
import type { CampaignDraft } from "../write-campaigns.ts";

/** What one person would get, as far as it is filled in. */
export type PersonalText = {
  readonly contactId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly templateId: string;
  readonly content: MessageContent;
  readonly missing: readonly Variable[];
};

export type Preview = {
  readonly items: readonly PersonalText[];
  readonly incomplete: number;
  readonly looked: number;
};

export type PreviewWish = {
  readonly draft: CampaignDraft;
  readonly variant: number;
  readonly contactId?: string;
};

const SAMPLE = 1_000;
const SHOWN = 20;

/** The final texts of some people of an audience; first those for whom something is missing. */
export function previewCampaign(
  app: App,
  member: Member,
  wish: PreviewWish,
): Promise<Preview | Forbidden | PartGone | PartPrivate | Refused<"template-not-found">> {
  return prepareCampaigns(app, member, async (desk) => {
    const { tx, workspaceId } = desk;
    const unseen = await unseenIn(tx, member, wish.draft.audience);
    if (unseen) return unseen;
    const channelId = idOf<"channel">(wish.draft.channelId);
    const message = messageOf(wish.draft.plan, 0, wish.variant);
    const ready = message && (await readyMessage(tx, { workspaceId, channelId }, message));
    if (!ready) return { refused: "template-not-found" } as const;
    const people = await peopleOf(desk, member, wish);
    const texts = people.map((person) => textOf(ready, person));
    const items = texts.toSorted((one, other) => other.missing.length - one.missing.length);
    const incomplete = texts.filter(({ missing }) => missing.length > 0).length;
    return { items: items.slice(0, SHOWN), incomplete, looked: texts.length };
  });
}

/** How many of the first thousand people of an audience something is missing for. */
export async function countIncomplete(
  desk: CampaignDesk,
  member: Member,
  draft: CampaignDraft,
): Promise<number> {
  const { tx, workspaceId } = desk;
  const channelId = idOf<"channel">(draft.channelId);
  const message = messageOf(draft.plan, 0, 0);
  const ready = message && (await readyMessage(tx, { workspaceId, channelId }, message));
  if (!ready) return 0;
  const people = await peopleOf(desk, member, { draft, variant: 0 });
  return people.filter((person) => textOf(ready, person).missing.length > 0).length;
}

async function peopleOf(
  { tx, workspaceId, now }: CampaignDesk,
  member: Member,
  { draft, contactId }: PreviewWish,
): Promise<readonly AudiencePerson[]> {
  if ((await findMissingParts(tx, workspaceId, draft.audience)).length > 0) return [];
  const asking = { now, memberId: member.id, teamIds: [] };
  const people = await audienceQuery(tx, workspaceId, draft.audience, asking);
  const only = contactId === undefined ? {} : { contactId };
  return sampleAudience(tx, workspaceId, people, { limit: SAMPLE, ...only });
}

/** A person's own text; what nothing is known for stays as it stands in the template. */
export function textOf(
  { message, template, files }: ReadyMessage,
  { contactId, name, phone, fields, variables }: AudiencePerson,
): PersonalText {
  const person = { name, fields, columns: variables ?? {} };
  const { values } = resolveValues(message, person, files);
  return {
    contactId,
    name,
    phone,
    templateId: template.id,
    content: filledAsFarAs(template, values),
    missing: missingVariables(template, values),
  };
}
