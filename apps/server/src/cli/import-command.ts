import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Member } from "@galka/core/workspaces/member";
import { UserError } from "@galka/postgres/user-error";
import { readConfig } from "../config.ts";
import { listChannels } from "../operations/channels/list-channels.ts";
import type { ImportApp } from "../operations/imports/import-app.ts";
import { receiveExport } from "../operations/imports/receive-export.ts";
import { startImport } from "../operations/imports/start-import.ts";
import { stopImport } from "../operations/imports/stop-import.ts";
import type { Command } from "./command.ts";
import { findActingMember } from "./import-chat/acting-member.ts";
import { carryOut } from "./import-chat/carry-out.ts";
import { chooseImport } from "./import-chat/choose.ts";
import { openImportApp } from "./import-chat/open-import-app.ts";
import { HELP, type ImportOptions, parseImportOptions } from "./import-chat/options.ts";
import { explainRefusal } from "./import-chat/refusals.ts";
import {
  choiceLines,
  progressLine,
  reportLines,
  unreadLinesOf,
} from "./import-chat/report-lines.ts";
import { askOnTerminal, progressOn } from "./import-chat/terminal.ts";
import { writeUnread } from "./import-chat/write-unread.ts";
import type { ChatImport } from "@galka/postgres/stores/chat-imports";

type Say = (line: string) => void;

/** Imports a chat that WhatsApp exported. */
export const importCommand: Command = {
  usage: "import chat FILE    import a chat that WhatsApp exported (--help says more)",
  async run([what, ...args], say) {
    if (what !== "chat") throw new UserError(`What is to be imported?\n\n${HELP}`);
    const options = parseImportOptions(args);
    if (options === null) return say(HELP);

    await using house = new AsyncDisposableStack();
    const app = await openImportApp(readConfig(), say, house);
    const member = await findActingMember(app, options.as);
    const understood = await understand(app, member, options, say);
    const started = await choose(app, member, options, { understood, say });
    if (started !== null) await finish(app, member, started, { options, say });
  },
};

async function understand(
  app: ImportApp,
  member: Member,
  { file }: ImportOptions,
  say: Say,
): Promise<ChatImport> {
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new UserError(`There is no file ${file}.`);
  const bytes = createReadStream(file);
  const received = await receiveExport(app, member, { name: basename(file), bytes });
  if ("refused" in received) throw new UserError(`${file}: ${explainRefusal(received)}`);
  say("This is what was understood:");
  reportLines(received).forEach(say);
  unreadLinesOf(received).forEach(say);
  return received;
}

/** Starts the import as chosen; null when the person decides against it. */
async function choose(
  app: ImportApp,
  member: Member,
  options: ImportOptions,
  { understood, say }: { readonly understood: ChatImport; readonly say: Say },
): Promise<ChatImport | null> {
  const ask = askOnTerminal(!options.yes);
  const channels = await listChannels(app, member);
  const choices = await chooseImport(options, understood.report, channels, ask);
  say("This is what will be done:");
  choiceLines(choices, channels.find(({ id }) => id === choices.channelId)?.name ?? "").forEach(
    say,
  );
  const answer = (await ask?.text("Import it? [Y/n] ")) ?? "";
  if (/^n/iu.test(answer.trim())) {
    say("Nothing was imported.");
    return null;
  }
  const started = await startImport(app, member, understood.id, choices);
  if ("refused" in started) throw new UserError(explainRefusal(started));
  return started;
}

async function finish(
  app: ImportApp,
  member: Member,
  started: ChatImport,
  { options, say }: { readonly options: ImportOptions; readonly say: Say },
): Promise<void> {
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once("SIGINT", onInterrupt);
  const progress = progressOn(process.stdout);
  const beganMs = performance.now();
  const ended = await carryOut(app, member, started, {
    signal: stop.signal,
    onProgress: (at) =>
      progress.show(progressLine(at, (at.linesDone * 1000) / (performance.now() - beganMs))),
  });
  process.off("SIGINT", onInterrupt);
  progress.end();
  if (ended.state === "running") await stopImport(app, member, ended.id);
  if (options.unread !== null) await writeUnread(app, member, ended, options.unread);
  tellEnd(ended, (performance.now() - beganMs) / 1000, say);
}

function tellEnd(ended: ChatImport, seconds: number, say: Say): void {
  const { messagesAdded: added, messagesKnown: known, state } = ended;
  const sum = `${added.toLocaleString("en")} added, ${known.toLocaleString("en")} were there already`;
  if (state === "failed") throw new UserError(`The import failed (${ended.failure}): ${sum}.`);
  if (state !== "done") throw new UserError(`Stopped: ${sum}. The same command goes on.`);
  unreadLinesOf(ended).forEach(say);
  say(`Done in ${seconds.toFixed(1)} s: ${sum}.`);
}
