import { storeUpload } from "../../operations/files/store-upload.ts";
import { handle } from "../handle.ts";
import { presentFile } from "../present/file.ts";
import { uploadOf } from "../files/upload.ts";

export const fileRoutes = {
  uploadFile: handle("uploadFile", async ({ app, member, request }) => {
    const file = await storeUpload(app, member, await uploadOf(request));
    return "refused" in file ? file : presentFile(file);
  }),
};
