import type { CloudApi } from "@galka/cloud-api";
import type { Template } from "@galka/core/templates/template";
import type { ChannelAccess, Submission, SubmittedTemplate, UploadableFile } from "../gateway.ts";
import { CATEGORY, STATUS, templateFromMeta } from "./template-from-meta.ts";
import { componentsToMeta, submissionToMeta } from "./template-parts-to-meta.ts";

const UPLOAD_TIMEOUT_MS = 180_000;
const PAGE = 100;

export async function listTemplates(client: CloudApi, access: ChannelAccess): Promise<Template[]> {
  const templates = [];
  for await (const template of client.templates.all(access.wabaId, { limit: PAGE })) {
    templates.push(templateFromMeta(access.channelId, template));
  }
  return templates;
}

/** Hands a template in, or an edit of one; Meta judges it later, or at once what it has written itself. */
export async function submitTemplate(
  client: CloudApi,
  { wabaId }: ChannelAccess,
  { text, templateId, handles, mayChangeCategory }: Submission,
): Promise<SubmittedTemplate> {
  if (templateId === null) {
    const made = await client.templates.create(wabaId, submissionToMeta(text, handles));
    return {
      id: made.id,
      status: STATUS[made.status.toUpperCase()] ?? "pending",
      category: CATEGORY[made.category.toUpperCase()] ?? text.category,
    };
  }
  const { ttlSeconds } = text;
  await client.templates.edit(templateId, {
    ...(mayChangeCategory && { category: text.category }),
    components: componentsToMeta(text, handles),
    ...(ttlSeconds !== undefined && { message_send_ttl_seconds: ttlSeconds }),
  });
  return { id: templateId, status: "pending", category: text.category };
}

/** Uploads a file for the reviewer; answers the handle by which a template names it. */
export async function uploadSample(
  client: CloudApi,
  appId: string,
  { bytes, mediaType, name }: UploadableFile,
): Promise<string> {
  const plan = { fileName: name, fileLength: bytes.byteLength, fileType: mediaType };
  const options = { timeoutMs: UPLOAD_TIMEOUT_MS };
  const session = await client.uploads.create(appId, plan, options);
  const { h } = await client.uploads.upload(session.id, bytes, options);
  return h;
}
