import { connect } from "@galka/postgres/connect";
import { UserError } from "@galka/postgres/user-error";
import { type Config, pathsIn, readConfig } from "../config.ts";
import { rotateSecrets } from "../operations/channels/rotate-secrets.ts";
import { aesSealer } from "../secrets/aes-sealer.ts";
import { type KeyRing, loadKeyFile, parseKeyRing } from "../secrets/key-ring.ts";
import type { Command } from "./command.ts";
import { openDatabase } from "./open-database.ts";

/** Seals the channels' secrets again, after a key was put in front of the others. */
export const secretsCommand: Command = {
  usage: "secrets rotate      seal all secrets again, with the first of the keys",
  async run([what], say) {
    if (what !== "rotate") throw new UserError("The command is: galka secrets rotate");
    const config = readConfig();
    const keys = keysOf(config);
    await using house = new AsyncDisposableStack();
    const url = await openDatabase(config, say, house);
    const db = house.adopt(await connect({ url, name: "secrets" }), (it) => it.destroy());

    const count = await rotateSecrets({ db, sealer: aesSealer(keys) });
    say(`Sealed again with the first key: ${count} ${count === 1 ? "number" : "numbers"}.`);
    if (keys.length > 1) say("Take the other keys away, and restart Galka.");
  },
};

function keysOf(config: Config): KeyRing {
  return config.secretKey === null
    ? loadKeyFile(pathsIn(config.data).secretKey)
    : parseKeyRing(config.secretKey);
}
