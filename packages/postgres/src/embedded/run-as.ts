import { type SpawnOptions, type StdioOptions, execFileSync, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import type { Binaries } from "./binaries.ts";
import { UserError } from "../user-error.ts";

/** Who PostgreSQL's programs run as, and what has to stand before their command line for that. */
export type RunAs = {
  /** Null where Galka's own user will do. */
  readonly owner: Owner | null;
  readonly prefix: readonly string[];
};

export type Owner = { readonly uid: number; readonly gid: number };

/**
 * Decides who runs PostgreSQL over the files in `directory`, and proves that it works.
 *
 * PostgreSQL refuses to run as root, so root gives it to the owner of the
 * existing data, to the user `postgres`, or to `nobody`. That user often cannot
 * enter the place of the clone (/root, a private temporary directory); PostgreSQL
 * is then given the one capability it lacks, reading through closed directories,
 * or overriding file modes if that is not enough. It needs it for its whole
 * life, and checks access with access(2), hence the secure bit that lets
 * capabilities count there.
 */
export function chooseRunAs(binaries: Binaries, directory: string): RunAs {
  if (process.getuid?.() !== 0) return { owner: null, prefix: [] };

  const owner = chooseOwner(directory);
  const tried = [
    plain(owner),
    withCapability(owner, "dac_read_search"),
    withCapability(owner, "dac_override"),
  ];
  const works = tried.find((candidate) => canReach(candidate, binaries, directory));
  if (works) return works;

  throw new UserError(
    `PostgreSQL does not run as root, and the user with id ${owner.uid} may not read ${binaries.postgres} or ${directory}. ` +
      "Run Galka as an ordinary user, move it and its data to a directory that others may enter, or set DATABASE_URL.",
  );
}

/** What `spawn` needs to run `program` as `runAs`. */
export function commandAs(
  runAs: RunAs,
  program: string,
  args: readonly string[],
  stdio: StdioOptions,
): { readonly file: string; readonly args: readonly string[]; readonly options: SpawnOptions } {
  const [file, ...before] = [...runAs.prefix, program];
  // Without a prefix Node itself changes the user, and drops root's groups with it.
  const user = runAs.owner && runAs.prefix.length === 0 ? runAs.owner : {};
  // LANG and friends would choose the language of PostgreSQL's messages; a stray PG* variable would
  // point it elsewhere. A Windows program does not start without what Windows has set.
  const environment =
    process.platform === "win32" ? {} : { env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } };
  return {
    file: file ?? program,
    args: [...before, ...args],
    options: { ...user, ...environment, stdio, windowsHide: true },
  };
}

function plain(owner: Owner): RunAs {
  return { owner, prefix: [] };
}

function withCapability(owner: Owner, capability: string): RunAs {
  return {
    owner,
    prefix: [
      "setpriv",
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      "--clear-groups",
      "--securebits=+no_setuid_fixup",
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
    ],
  };
}

/** Enters the directory and lets initdb find its neighbours, which is all that a start needs to reach. */
function canReach(runAs: RunAs, binaries: Binaries, directory: string): boolean {
  const script = 'cd "$1" && exec "$2" --show --pgdata="$1/probe"';
  const command = commandAs(
    runAs,
    "/bin/sh",
    ["-c", script, "sh", directory, binaries.initdb],
    "ignore",
  );
  return (
    spawnSync(command.file, command.args, { ...command.options, timeout: 10_000 }).status === 0
  );
}

function chooseOwner(directory: string): Owner {
  const { uid, gid } = statSync(directory);
  if (uid !== 0) return { uid, gid };
  return lookUp("postgres") ?? lookUp("nobody") ?? { uid: 65_534, gid: 65_534 };
}

function lookUp(user: string): Owner | null {
  try {
    const id = (flag: string) =>
      Number(
        execFileSync("id", [flag, user], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
      );
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}
