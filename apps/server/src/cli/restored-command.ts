import { connect } from "@galka/postgres/connect";
import { declareRestored } from "@galka/postgres/stores/installation";
import { UserError } from "@galka/postgres/user-error";
import { readConfig } from "../config.ts";
import type { Command } from "./command.ts";
import { openDatabase } from "./open-database.ts";

/** Says what Galka cannot notice by itself: that the whole data directory, or a database elsewhere, is an older copy. */
export const restoredCommand: Command = {
  usage:
    "restored            say that the database is an older copy, before Galka is started on it",
  async run(args, say) {
    if (args.length > 0) throw new UserError("The command is: galka restored");
    await using house = new AsyncDisposableStack();
    const url = await openDatabase(readConfig(), say, house);
    const db = house.adopt(await connect({ url, name: "restored" }), (it) => it.destroy());
    if (!(await declareRestored(db))) {
      throw new UserError(
        "Galka was never started on this database: nothing of it can be in doubt.",
      );
    }
    say(
      "What was unfinished is doubted at the next start; campaigns wait until somebody resumes them.",
    );
  },
};
