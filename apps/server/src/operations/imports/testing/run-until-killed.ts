/** Carries out one import and kills its own process when so many ids were made: in the middle of a batch. */
import { idOf } from "@galka/core/kernel/ids";
import { connect } from "@galka/postgres/connect";
import { uuidIds } from "../../../ids.ts";
import { runChatImport } from "../run-chat-import.ts";
import { makeApp } from "./import-world.ts";

const [url = "", directory = "", workspaceId = "", importId = "", count = ""] =
  process.argv.slice(2);
const db = await connect({ url, name: "killed" });
const ids = uuidIds();
let made = 0;

await runChatImport(
  {
    ...makeApp(db, directory),
    ids: {
      next: () => {
        made += 1;
        if (made === Number(count)) process.kill(process.pid, "SIGKILL");
        return ids.next();
      },
    },
  },
  { workspaceId: idOf(workspaceId), importId: idOf(importId) },
);
