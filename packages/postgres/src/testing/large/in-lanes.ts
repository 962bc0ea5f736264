/** Does all `parts`, each by the first lane that is free, in their order. */
export async function inLanes<Lane, Part>(
  lanes: readonly Lane[],
  parts: readonly Part[],
  work: (lane: Lane, part: Part) => Promise<void>,
): Promise<void> {
  const left = parts.values();
  await Promise.all(
    lanes.map(async (lane) => {
      for (const part of left) await work(lane, part);
    }),
  );
}
