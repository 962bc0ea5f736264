import { randomUUID } from "node:crypto";
import type { AudienceWish } from "@galka/core/audience/audience-wish";
import { WHOLE_AUDIENCE } from "@galka/core/audience/audience-wish";
import { type CampaignPlan, PLAIN_PLAN } from "@galka/core/campaigns/plan";
import type { RecipientState } from "@galka/core/campaigns/recipient";
import type { MessageStatus } from "@galka/core/messages/status";
import type { Template } from "@galka/core/templates/template";
import type { Member } from "@galka/core/workspaces/member";
import { type Campaign, findCampaign } from "@galka/postgres/stores/campaigns/campaigns";
import { readCounts } from "@galka/postgres/stores/campaigns/counts";
import { insertConsents } from "@galka/postgres/stores/consent/ledger";
import { appendEvents } from "@galka/postgres/stores/events";
import { advanceStatuses } from "@galka/postgres/stores/receiving/message-statuses";
import { replaceTemplates } from "@galka/postgres/stores/templates";
import { seedMember } from "@galka/postgres/testing/seed";
import { sql } from "kysely";
import type { SenderOptions } from "../../../workers/sender/sender.ts";
import type { SenderSettings } from "../../../workers/sender/settings.ts";
import { type SendingWorld, sendingWorld } from "../../../workers/sender/testing/sending-world.ts";
import { consent } from "../../consent/testing/marketing.ts";
import { feedChannel } from "../feeding/feed-channel.ts";
import { launchCampaign } from "../launch-campaign.ts";
import { tendCampaigns } from "../tend-campaigns.ts";
import { createCampaign } from "../write-campaigns.ts";

/** A workspace with templates and a crowd that agreed, whose campaigns are moved by hand. */
export type CampaignWorld = SendingWorld & {
  /** So many contacts with a phone, a city and, unless told otherwise, a consent. */
  crowd(count: number, given?: CrowdWish): Promise<string[]>;
  /** Writes a campaign; answers its id. */
  write(plan?: Partial<CampaignPlan>, audience?: AudienceWish): Promise<string>;
  launch(id: string, as?: Member): Promise<unknown>;
  /** Writes and launches. */
  run(plan?: Partial<CampaignPlan>, audience?: AudienceWish): Promise<string>;
  /** Has the workers look once: what time brings, then the sender is fed until nothing moves. */
  turn(): Promise<void>;
  campaign(id: string): Promise<Campaign>;
  counts(id: string): Promise<Record<string, number>>;
  people(id: string): Promise<Person[]>;
  /** As the channel reports it of these messages. */
  report(ids: readonly string[], status: MessageStatus, code?: number): Promise<void>;
  templates(...templates: Partial<Template>[]): Promise<void>;
};

export type CrowdWish = { readonly agrees?: boolean; readonly fields?: object };

export type Person = {
  readonly id: string;
  readonly contact_id: string;
  readonly n: number;
  readonly step: number;
  readonly variant: number | null;
  readonly state: RecipientState;
  readonly problem: string | null;
};

const USUAL_PLAN: CampaignPlan = {
  ...PLAIN_PLAN,
  messages: [
    {
      templateId: "offer",
      files: [],
      values: [{ place: "body", key: "1", source: { from: "name", fallback: "friend" } }],
    },
  ],
};

/** Only the crowd: not the contact that the world has anyway. */
const CROWD: AudienceWish = {
  ...WHOLE_AUDIENCE,
  of: [{ from: "filter", filter: { all: [{ field: "contact-field-filled", name: "City" }] } }],
};

/**
 * Its senders are there until the test ends them, so their leases are long: a
 * machine that stands still for a second neither takes a number away from them
 * nor leaves a message of which nobody knows whether it went out.
 */
const UNHURRIED = { leaseMs: 120_000, renewMs: 1_000 } as const;

export async function campaignWorld(): Promise<CampaignWorld> {
  const world = await sendingWorld();
  const { app, workspaceId, channelId, member } = world;
  let born = 0;
  const own = {
    start: (settings?: Partial<SenderSettings>, options?: SenderOptions) =>
      world.start({ ...UNHURRIED, ...settings }, options),
    async templates(...templates: Partial<Template>[]) {
      const whole = templates.map((it) => ({ ...TEMPLATE, channelId, ...it }));
      await world.in((tx) =>
        replaceTemplates(tx, workspaceId, channelId, { templates: whole, now: app.clock.now() }),
      );
    },
    async crowd(count: number, { agrees = true, fields = { City: "Rosario" } }: CrowdWish = {}) {
      const now = app.clock.now();
      const ids = Array.from({ length: count }, () => randomUUID());
      await world.in(async (tx) => {
        await sql`
          insert into contacts (workspace_id, id, name, fields, created_at, updated_at)
          select ${workspaceId}, id, 'Person ' || n, ${JSON.stringify(fields)}::jsonb, ${now}, ${now}
            from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(tx);
        await sql`
          insert into contact_identities (workspace_id, id, contact_id, kind, value, created_at)
          select ${workspaceId}, gen_random_uuid(), id, 'phone', '54911' || lpad((${born}::int + n)::text, 8, '0'), ${now}
            from unnest(${ids}::uuid[]) with ordinality as t (id, n)`.execute(tx);
        if (!agrees) return;
        const at = new Date(now.getTime() - 60_000);
        const records = ids.map((contactId) => consent({ contactId, at }));
        await insertConsents(tx, workspaceId, records, now);
      });
      born += count;
      return ids;
    },
    async write(plan: Partial<CampaignPlan> = {}, audience = CROWD) {
      const draft = { name: "Offer", channelId, audience, plan: { ...USUAL_PLAN, ...plan } };
      const made = await createCampaign(app, member, draft);
      if ("refused" in made) throw new Error(JSON.stringify(made));
      return made.id;
    },
    launch: (id: string, as = member) => launchCampaign(app, as, id),
    async run(plan: Partial<CampaignPlan> = {}, audience = CROWD) {
      const id = await own.write(plan, audience);
      const launched = await launchCampaign(app, member, id);
      if ("refused" in launched) throw new Error(JSON.stringify(launched));
      return id;
    },
    async turn() {
      await tendCampaigns(app, workspaceId);
      while ((await feedChannel(app, { workspaceId, channelId })) > 0);
      await tendCampaigns(app, workspaceId);
    },
    campaign: (id: string) =>
      world.in(async (tx) => {
        const found = await findCampaign(tx, workspaceId, id);
        if (!found) throw new Error(`There is no campaign ${id}.`);
        return found;
      }),
    async counts(id: string) {
      const rows = await world.in((tx) => readCounts(tx, workspaceId, [id]));
      const sums: Record<string, number> = {};
      // Where people are: `out` is of the course, and says when they were first sent to.
      for (const { what, count } of rows) {
        if (what !== "out") sums[what] = (sums[what] ?? 0) + count;
      }
      return Object.fromEntries(Object.entries(sums).filter(([, count]) => count !== 0));
    },
    people: (id: string) =>
      world.in(async (tx) => {
        const { rows } = await sql<Person>`
          select id, contact_id, n, step, variant, state, problem from campaign_recipients
           where campaign_id = ${id} order by step, n`.execute(tx);
        return rows;
      }),
    async report(ids: readonly string[], status: MessageStatus, code?: number) {
      const at = app.clock.now();
      const failure = code === undefined ? null : { code };
      const reports = ids.map((messageId) => ({ messageId, status, at, failure }));
      await world.in(async (tx) => {
        const moved = await advanceStatuses(tx, workspaceId, reports);
        const events = moved.map(({ id, conversationId }) => {
          return { kind: "message-changed", messageId: id, conversationId } as const;
        });
        await appendEvents(tx, workspaceId, at, events);
      });
    },
  };
  await own.templates({ id: "offer" }, { id: "other" });
  const facts = JSON.stringify({ tier: "TIER_UNLIMITED" });
  await world.in((tx) =>
    sql`update channels set throughput_per_second = 1000, facts = ${facts}::jsonb`.execute(tx),
  );
  return { ...world, ...own };
}

/** Another member, who may agree to what the first one launches. */
export async function secondMember(world: CampaignWorld): Promise<Member> {
  const { app, workspaceId } = world;
  const member: Member = {
    workspaceId,
    id: app.ids.next<"member">(),
    name: "Ana",
    email: "ana@example.org",
    role: "administrator",
  };
  await seedMember(app.db, workspaceId, member);
  return member;
}

const TEMPLATE: Omit<Template, "channelId"> = {
  id: "offer",
  name: "offer",
  language: "en",
  category: "marketing",
  status: "approved",
  rejectedReason: null,
  quality: "green",
  header: null,
  body: "Ten percent off for you, {{1}}",
  footer: null,
  buttons: [{ kind: "reply", title: "Yes, please" }],
};
