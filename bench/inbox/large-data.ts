import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { idOf } from "@galka/core/kernel/ids";
import { startPostgres } from "@galka/postgres/embedded/start-postgres";
import { fillLargeWorkspace } from "@galka/postgres/testing/large/fill-large-workspace";
import { signedInGalka } from "../../tests/support/signed-in.ts";

/** Changed when what is filled changes, so that what was kept is made anew. */
const EDITION = 2;

/** A data directory with a workspace of `conversations`, made if it is not kept from an earlier run. */
export async function largeData(home: string, conversations: number): Promise<string> {
  const data = join(home, `inbox-${conversations}`);
  const marker = join(data, "filled.json");
  const wanted = JSON.stringify({ edition: EDITION, conversations });
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return data;

  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const began = performance.now();
  const say = (line: string) => console.log(`  ${conversations}: ${line}`);
  const { workspaceId, channelId } = await demoIn(data);
  await using postgres = await startPostgres({
    directory: join(data, "database"),
    durability: "for-tests",
    say,
  });
  const until = new Date();
  await fillLargeWorkspace(
    postgres.url,
    { workspaceId: idOf(workspaceId), channelId, conversations, until },
    say,
  );
  writeFileSync(marker, wanted);
  say(`filled in ${Math.round((performance.now() - began) / 1000)} s`);
  return data;
}

/** The demo is where the owner, the number and the phones come from. */
async function demoIn(data: string): Promise<{ workspaceId: string; channelId: string }> {
  await using galka = await signedInGalka({ data, keepPages: true });
  const { workspace } = await galka.api("getMe", {});
  return { workspaceId: workspace.id, channelId: galka.channelId };
}
