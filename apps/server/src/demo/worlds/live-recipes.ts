import type { DemoWorld, Telling } from "./demo-world.ts";
import { momentsOf } from "./calendar.ts";
import { type Guest, addCrowd, writeAs } from "./crowd.ts";
import type { DemoParts } from "../connect-demo.ts";
import type { Member } from "@galka/core/workspaces/member";
import { openDesk } from "./desk.ts";
import { inTurns } from "./in-turns.ts";
import { stockKitchen, takeSnapshots } from "./kitchen.ts";
import { passTime, settle } from "./pass-time.ts";
import { askHowItWas } from "./satisfaction.ts";
import { openSiteForm } from "./site-form.ts";
import { gatherTeam, hire } from "./staff.ts";
import { openStage } from "./stage.ts";

/** What people think of the cooks, as the weights of the three buttons. */
export const OPINIONS = { "😊 Good": 995, "😐 OK": 3, "😞 Bad": 2 } as const;

/** How those who join live with their phones. */
const HABITS = {
  onWhatsApp: 1,
  phoneHidden: 0,
  messages: {
    service: {
      read: { share: 0.97, after: { median: "2m", p90: "40m" } },
      tap: { share: 0.7, after: { median: "20s", p90: "5m" }, titles: OPINIONS },
      answer: {
        share: 0.05,
        kinds: { text: 1 },
        texts: {
          "Thank you, I will try it tonight!": 3,
          "Oh, that looks good. Thanks ❤️": 2,
          "Now I know what I did wrong, thank you": 1,
        },
        again: 0.5,
        takenBack: 0,
      },
    },
  },
} as const;

const COOKS = ["Marta Lindqvist", "Deniz Aydin", "Paul Ferrer", "Ines Moreau", "Tom Okafor"];
const DAY_MS = 86_400_000;
/** The last who come are answered by whoever opens the world. */
const LEFT_WAITING = 6;

/**
 * A food brand's live recipes: people join on its site, send a picture of what
 * they have cooked, and a cook answers with a picture and a video.
 */
export const LIVE_RECIPES: DemoWorld = {
  workspaceName: "Barley & Sage",
  whole: { people: 13_000, days: 14 },
  live,
};

async function live(parts: DemoParts, owner: Member, telling: Telling): Promise<void> {
  const { people, days, say } = telling;
  const name = LIVE_RECIPES.workspaceName;
  const stage = await openStage(parts, owner, { name, templates: [] });
  const cooks = await hire(parts, owner, { domain: "barley-and-sage.example", names: COOKS });
  await gatherTeam(parts, owner, "Cooks", cooks);
  await askHowItWas(stage);
  const desk = openDesk(stage, cooks, await stockKitchen(stage, owner));
  const join = await openDoor(stage, people);

  const today = stage.clock.now();
  const from = new Date(today.getTime() - days * DAY_MS);
  let joined = 0;
  await passTime(stage, momentsOf(from, today, people - LEFT_WAITING), async ({ comers }) => {
    await Promise.all([desk.answerAll(), join(joined, comers)]);
    const before = Math.floor(joined / 1_000);
    joined += comers;
    if (Math.floor(joined / 1_000) > before) say(`  ${joined} of ${people} people …`);
  });
  await desk.answerAll();
  await join(joined, LEFT_WAITING);
  await settle(stage);
}

/** The page on which people join: the form, and from there to the chat with their picture. */
async function openDoor(
  stage: Awaited<ReturnType<typeof openStage>>,
  people: number,
): Promise<(from: number, count: number) => Promise<void>> {
  const form = await openSiteForm(stage, {
    id: "live-recipes",
    url: "https://barley-and-sage.example/live-recipes",
    boxes: { service: "Yes, a cook of Barley & Sage may answer my picture on WhatsApp." },
  });
  const snapshots = await takeSnapshots(stage);
  const guests = await addCrowd(stage.control, {
    name: "Who joined the live recipes",
    seed: "live-recipes",
    size: people,
    countries: { GB: 1 },
    habits: HABITS,
  });
  const join = async (guest: Guest, index: number) => {
    await form.fill(guest, ["service"]);
    const snapshot = snapshots[index % snapshots.length];
    await writeAs(stage, guest, { kind: "image", ...snapshot });
  };
  return (from, count) =>
    inTurns([...guests.slice(from, from + count).entries()], ([index, guest]) =>
      join(guest, from + index),
    );
}
