import { idOf } from "@galka/core/kernel/ids";
import { MAX_UPLOAD_BYTES } from "../../operations/imports/limits.ts";
import { listImports, readImport } from "../../operations/imports/read-imports.ts";
import { receiveExport } from "../../operations/imports/receive-export.ts";
import { startImport } from "../../operations/imports/start-import.ts";
import { stopImport } from "../../operations/imports/stop-import.ts";
import { uploadOf } from "../files/upload.ts";
import { handle } from "../handle.ts";
import { presentChatImport } from "../present/chat-import.ts";

export const importRoutes = {
  uploadChatExport: handle("uploadChatExport", async ({ app, member, request }) => {
    const { name, bytes } = await uploadOf(request, MAX_UPLOAD_BYTES);
    const received = await receiveExport(app, member, { name: name ?? "chat", bytes });
    return "refused" in received ? received : presentChatImport(received);
  }),
  listImports: handle("listImports", async ({ app, member }) => {
    const imports = await listImports(app, member);
    return "refused" in imports ? imports : { items: imports.map(presentChatImport) };
  }),
  getImport: handle("getImport", async ({ app, member, params }) => {
    const found = await readImport(app, member, idOf(params.id));
    return "refused" in found ? found : presentChatImport(found);
  }),
  startImport: handle("startImport", async ({ app, member, params, body }) => {
    const started = await startImport(app, member, idOf(params.id), body);
    return "refused" in started ? started : presentChatImport(started);
  }),
  stopImport: handle("stopImport", async ({ app, member, params }) => {
    const stopped = await stopImport(app, member, idOf(params.id));
    return "refused" in stopped ? stopped : presentChatImport(stopped);
  }),
};
