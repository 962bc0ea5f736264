// `node scripts/database-types.ts`: writes packages/postgres/src/tables.ts from what the migrations make of an empty database.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "@galka/postgres/embedded/start-postgres";
import { migrate } from "@galka/postgres/migrate";
import { describeTables } from "@galka/postgres/describe-tables";

const directory = mkdtempSync(join(tmpdir(), "galka-types-"));
try {
  await using postgres = await startPostgres({
    directory: join(directory, "db"),
    durability: "for-tests",
    say: () => {},
  });
  await migrate(postgres.url);
  const file = join(import.meta.dirname, "..", "packages", "postgres", "src", "tables.ts");
  writeFileSync(file, await describeTables(postgres.url));
} finally {
  rmSync(directory, { recursive: true, force: true });
}
