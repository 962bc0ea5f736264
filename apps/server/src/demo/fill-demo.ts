import type { Member } from "@galka/core/workspaces/member";
import { idOf } from "@galka/core/kernel/ids";
import { z } from "zod";
import { syncTemplates } from "../operations/templates/sync-templates.ts";
import { CAST } from "./cast.ts";
import { type DemoParts, connectDemo, describeMeta } from "./connect-demo.ts";
import { agreeOnOffers } from "./consents.ts";
import { handOutPhones } from "./phones.ts";
import { playStory } from "./play-story.ts";
import { STORY } from "./story.ts";
import { teamOf } from "./team.ts";
import { submitTemplates } from "./templates.ts";

export const DEMO_NAME = "Jackdaw Coffee";

/**
 * Fills a workspace through the emulator.
 *
 * Everything takes the road that it would take from Meta: people write on their
 * phones, webhooks bring it, the team answers through the operations that the
 * page calls. That is also why it takes some seconds.
 */
export async function fillDemo(
  parts: DemoParts,
  owner: Member,
  say: (line: string) => void,
): Promise<void> {
  const { app, emulator } = parts;
  const { control, clock } = emulator;
  const meta = await describeMeta(control);
  await control.patch(`/numbers/${meta.phoneNumberId}`, { verifiedName: DEMO_NAME }, z.unknown());
  const channelId = await connectDemo(parts, owner, meta);
  await submitTemplates({ control, clock, ...meta });
  await syncTemplates(app, owner, idOf(channelId));

  const phones = await handOutPhones(control, CAST, meta.phoneNumberId);
  const stage = { control, clock, phones, team: teamOf(app, owner) };
  await playStory(stage, STORY, (done) => {
    if (done % 10 === 0) say(`  ${done} of ${STORY.length} messages …`);
  });
  await agreeOnOffers(app, owner);
}
