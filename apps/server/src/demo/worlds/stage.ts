import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import type { Member } from "@galka/core/workspaces/member";
import { z } from "zod";
import type { App } from "../../app.ts";
import { syncTemplates } from "../../operations/templates/sync-templates.ts";
import { type DemoParts, connectDemo, describeMeta } from "../connect-demo.ts";
import type { Clocks } from "../move-clock.ts";
import { submitAndReview } from "../templates.ts";

/** Where a world is lived through: Galka, the emulator with its clock, and the number between them. */
export type Stage = Clocks & {
  readonly app: App;
  readonly owner: Member;
  readonly channelId: ChannelId;
  readonly phoneNumberId: string;
};

/**
 * Whose phone lies beside the inbox, to write from: those of a crowd lie on no page.
 * The number is of a range that no real person has.
 */
const VISITOR = { name: "Robin Marsh", phone: "+44 7700 900137" };

/** Connects the number of a business that has grown: it may write to anybody, as fast as Meta lets anyone. */
export async function openStage(
  parts: DemoParts,
  owner: Member,
  business: { readonly name: string; readonly templates: readonly object[] },
): Promise<Stage> {
  const { app, emulator } = parts;
  const { control, clock } = emulator;
  const meta = await describeMeta(control);
  const { phoneNumberId } = meta;
  const change = (patch: object) => control.patch(`/numbers/${phoneNumberId}`, patch, z.unknown());
  await change({ verifiedName: business.name, throughputLevel: "HIGH" });
  const channelId = idOf<"channel">(await connectDemo(parts, owner, meta));
  // Afterwards, so that Galka is told of it as of a number that has grown.
  await change({ messagingLimit: "TIER_UNLIMITED" });
  await control.post("/people", VISITOR, z.unknown());
  await submitAndReview({ control, clock, ...meta }, business.templates);
  await syncTemplates(app, owner, channelId);
  return { app, owner, control, clock, channelId, phoneNumberId };
}
