import type { WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { listUnderWay } from "@galka/postgres/stores/campaigns/campaigns";
import { doubtCampaigns } from "@galka/postgres/stores/campaigns/restored-campaigns";
import type { Lost } from "@galka/postgres/stores/installation";
import type { App } from "../../app.ts";
import { makeMove } from "./make-move.ts";

const SYSTEM = { by: "system" } as const;
const WHY = { because: "restored" };

/**
 * Has no campaign of a restored database go on by itself.
 *
 * What is running waits for a person; what was scheduled may have begun in the
 * time that was lost, and is a draft again. Of each, as many people as may have
 * been written to meanwhile are not written to when it goes on: they are listed
 * as unknown until a report proves that they were. Whoever had failed is left alone.
 */
export async function doubtAllCampaigns(
  app: App,
  tx: Tx,
  workspaceId: WorkspaceId,
  lost: Lost,
): Promise<void> {
  const desk = { app, tx, workspaceId, now: app.clock.now() };
  await doubtCampaigns(tx, workspaceId, lost, desk.now);
  for (const campaign of await listUnderWay(tx, workspaceId)) {
    const { state } = campaign.status;
    if (state === "running" || state === "held") {
      const move = { move: "hold", hold: "restored" } as const;
      await makeMove(desk, campaign, { move, mover: SYSTEM, why: WHY });
    }
    if (state === "scheduled") {
      await makeMove(desk, campaign, { move: { move: "recall" }, mover: SYSTEM, why: WHY });
    }
  }
}
