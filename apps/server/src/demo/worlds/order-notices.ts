import { createHash } from "node:crypto";
import { USUAL_POLICY } from "@galka/core/distribution/policy";
import type { Member } from "@galka/core/workspaces/member";
import { readTemplates } from "../../operations/templates/list-templates.ts";
import { setPolicy } from "../../operations/work/distribution.ts";
import type { DemoParts } from "../connect-demo.ts";
import { momentsOf } from "./calendar.ts";
import { type Guest, addCrowd } from "./crowd.ts";
import type { DemoWorld, Telling } from "./demo-world.ts";
import { openDesk } from "./desk.ts";
import { inTurns } from "./in-turns.ts";
import { type Order, notify } from "./orders.ts";
import { passTime, settle } from "./pass-time.ts";
import { recommend } from "./recommend.ts";
import { askHowItWas } from "./satisfaction.ts";
import { AGREES_TO_OFFERS, SHOP_HABITS, answerShopper } from "./shop-people.ts";
import { GOES_WELL_WITH, ORDER_CONFIRMED, PARCEL_SENT } from "./shop-templates.ts";
import { type SiteForm, openSiteForm } from "./site-form.ts";
import { gatherTeam, hire } from "./staff.ts";
import { type Stage, openStage } from "./stage.ts";

const DAY_MS = 86_400_000;
/** So long after the order its parcel leaves. */
const PACKED_MS = 6 * 3_600_000;
const FIRST_ORDER = 10_482;

/**
 * A shop's order notices: who orders is told so and when the parcel leaves;
 * who has agreed gets a recommendation, and whoever writes is helped.
 */
export const ORDER_NOTICES: DemoWorld = {
  workspaceName: "Nordlicht Home",
  whole: { people: 3_000, days: 10 },
  live,
};

async function live(parts: DemoParts, owner: Member, telling: Telling): Promise<void> {
  const { people, days, say } = telling;
  const name = ORDER_NOTICES.workspaceName;
  const templates = [ORDER_CONFIRMED, PARCEL_SENT, GOES_WELL_WITH];
  const stage = await openStage(parts, owner, { name, templates });
  const shop = await openShop(parts, stage, people);
  const support = await hire(parts, owner, {
    domain: "nordlicht-home.example",
    names: ["Hanna Voss", "Emre Kaya", "Julia Brandt"],
  });
  await gatherTeam(parts, owner, "Support", support);
  await askHowItWas(stage);
  const desk = openDesk(stage, support, answerShopper);

  const today = stage.clock.now();
  const from = new Date(today.getTime() - days * DAY_MS);
  const moments = momentsOf(from, today, people);
  // With time left to read and to answer it.
  const offersAt = moments[Math.floor(moments.length * 0.6)]?.at;
  await passTime(stage, moments, async ({ at, comers }) => {
    await desk.answerAll();
    await shop.ship(at);
    await shop.takeOrders(at, comers, say);
    if (at === offersAt) await shop.recommend();
  });
  await desk.answerAll();
  await settle(stage);
}

type Shop = {
  /** The next people order, and are told that their order is here. */
  takeOrders(at: Date, count: number, say: (line: string) => void): Promise<void>;
  /** Tells whose parcels have left by then. */
  ship(at: Date): Promise<void>;
  recommend(): Promise<void>;
};

async function openShop(parts: DemoParts, stage: Stage, people: number): Promise<Shop> {
  const { owner, app } = stage;
  // What the shop's software says of an order makes the conversation nobody's.
  const policy = { ...USUAL_POLICY, answerTakes: false };
  const set = await setPolicy(app, owner, { owner: { of: "everywhere", ownerId: null }, policy });
  if ("refused" in set) throw new Error(`The shop's rules: ${set.refused}.`);
  const hired = await hire(parts, owner, {
    domain: "nordlicht-home.example",
    names: ["Shop software"],
  });
  const [software] = hired;
  if (!software) throw new Error("The shop has no software.");
  const form = await openOrderForm(stage);
  const guests = await addCrowd(stage.control, {
    name: "Who has ordered",
    seed: "order-notices",
    size: people,
    countries: { DE: 70, GB: 30 },
    habits: SHOP_HABITS,
  });
  const templates = await templateIds(stage);
  const packing: (Order & { readonly leavesAt: number })[] = [];
  let ordered = 0;

  const confirmed = { templateId: templates(ORDER_CONFIRMED.name), shows: "link" } as const;
  const sent = { templateId: templates(PARCEL_SENT.name), shows: "nothing" } as const;

  return {
    async takeOrders(at, count, say) {
      const comers = guests.slice(ordered, ordered + count).map((guest, index) => ({
        guest,
        number: `N-${FIRST_ORDER + ordered + index}`,
        leavesAt: at.getTime() + PACKED_MS,
      }));
      await inTurns(comers, async (order) => {
        const { guest } = order;
        await form.fill(guest, wantsOffers(guest) ? ["utility", "marketing"] : ["utility"]);
        await notify(stage, software, order, confirmed);
      });
      packing.push(...comers);
      const before = Math.floor(ordered / 500);
      ordered += comers.length;
      if (Math.floor(ordered / 500) > before) say(`  ${ordered} of ${people} orders …`);
    },
    async ship(at) {
      const ready = packing.findIndex(({ leavesAt }) => leavesAt > at.getTime());
      const left = packing.splice(0, ready < 0 ? packing.length : ready);
      await inTurns(left, (order) => notify(stage, software, order, sent));
    },
    recommend: () => recommend(stage, owner, templates(GOES_WELL_WITH.name)),
  };
}

function openOrderForm(stage: Stage): Promise<SiteForm> {
  return openSiteForm(stage, {
    id: "checkout",
    url: "https://nordlicht-home.example/checkout",
    boxes: {
      utility: "Nordlicht Home may tell me on WhatsApp how my order is doing.",
      marketing:
        "Nordlicht Home may recommend things to me on WhatsApp. I can stop it at any time by answering STOP.",
    },
  });
}

/** Chance, but the same for the same person whenever the world is lived through. */
function wantsOffers({ id }: Guest): boolean {
  const chance = createHash("sha256").update(`offers ${id}`).digest().readUInt32BE() / 2 ** 32;
  return chance < AGREES_TO_OFFERS;
}

async function templateIds({ app, owner, channelId }: Stage): Promise<(name: string) => string> {
  const found = await readTemplates(app, owner, channelId);
  if ("refused" in found) throw new Error(`The shop's templates: ${found.refused}.`);
  const ids = new Map(found.items.map(({ id, name }) => [name, id]));
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The shop has no template ${name}.`);
    return id;
  };
}
