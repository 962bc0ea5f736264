import { type Brake, factorOf } from "@galka/core/health/brake";
import type { ChannelId, WorkspaceId } from "@galka/core/kernel/ids";
import type { Tx } from "@galka/postgres/database";
import { findBrake } from "@galka/postgres/stores/health/brakes";

export type BrakeHeld = {
  readonly brake: Brake;
  /** The share of the number's pace that campaigns may use. */
  readonly factor: number;
};

/** How far a number is held back at the moment. Asked before anything is moved towards the sender. */
export async function brakeOf(
  tx: Tx,
  workspaceId: WorkspaceId,
  channelId: ChannelId,
): Promise<BrakeHeld> {
  const brake = await findBrake(tx, workspaceId, channelId);
  return { brake, factor: factorOf(brake) };
}
