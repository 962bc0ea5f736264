import { CloudApiError, type CloudApi, cloudApi, parseWebhook } from "@galka/cloud-api";
import type { Ids } from "../../ids.ts";
import {
  type ChannelAccess,
  type ChannelGateway,
  type FetchedFile,
  GatewayError,
  type Outgoing,
  type SendOutcome,
  type UploadableFile,
} from "../gateway.ts";
import { BILLING_FIELDS, billingFromMeta, chargeFromMeta } from "./billing/billing-from-meta.ts";
import { failureOfBlock, failureOfError, outcomeOfError } from "./failure-from-meta.ts";
import { fromMeta } from "./from-meta.ts";
import { STANDING_FIELDS, standingFromMeta } from "./standing-from-meta.ts";
import { NotSendableError, toMeta } from "./to-meta.ts";
import { listTemplates, submitTemplate, uploadSample } from "./whatsapp-templates.ts";

export type WhatsAppGatewayOptions = {
  /** The server's one way out. */
  readonly fetch: typeof globalThis.fetch;
  readonly ids: Ids;
  readonly timeoutMs?: number;
};

/** Meta answers a send in well under a second; what takes longer than this is given up as unknown. */
const SEND_TIMEOUT_MS = 30_000;
const UPLOAD_TIMEOUT_MS = 180_000;

/** WhatsApp through Meta's Cloud API. The only thing that differs for the emulator is the base URL. */
export function whatsAppGateway(options: WhatsAppGatewayOptions): ChannelGateway {
  const clients = new Map<string, CloudApi>();

  return {
    send: (access, outgoing, callbackData) =>
      send(clientOf(access), access, outgoing, callbackData),
    upload: (access, file) => translated(() => upload(clientOf(access), access, file)),
    fetchFile: (access, remoteId) =>
      translated(() => fetchFile(clientOf(access), access, remoteId)),
    listTemplates: (access) => translated(() => listTemplates(clientOf(access), access)),
    submitTemplate: (access, submission) =>
      translated(() => submitTemplate(clientOf(access), access, submission)),
    deleteTemplate: (access, template) =>
      translated(async () => {
        await clientOf(access).templates.delete(access.wabaId, template);
      }),
    uploadSample: (access, file) =>
      translated(() => uploadSample(clientOf(access), access.appId, file)),
    setBlocked: (access, { phone, bsuid }, blocked) =>
      translated(async () => {
        const { blockList } = clientOf(access);
        const users = [phone ?? bsuid ?? ""];
        const { block_users: told } = await (blocked
          ? blockList.block(access.phoneNumberId, users)
          : blockList.unblock(access.phoneNumberId, users));
        const [failed] = told.failed_users ?? [];
        if (failed) throw new GatewayError("Not blocked", failureOfBlock(failed.errors ?? []));
      }),
    isSubscribed: (access) =>
      translated(async () => {
        const { data } = await clientOf(access).subscriptions.list(access.wabaId);
        return data.length > 0;
      }),
    readStanding: (access) =>
      translated(async () => {
        const { phoneNumbers } = clientOf(access);
        const fields = STANDING_FIELDS;
        return standingFromMeta(await phoneNumbers.get(access.phoneNumberId, { fields }));
      }),
    readBillingAccount: (access) =>
      translated(async () => {
        const { accounts } = clientOf(access);
        return billingFromMeta(await accounts.get(access.wabaId, { fields: BILLING_FIELDS }));
      }),
    readCharges: (access, { from, until }) =>
      translated(async () => {
        const points = await clientOf(access).analytics.pricing(access.wabaId, {
          start: Math.floor(from.getTime() / 1000),
          end: Math.floor(until.getTime() / 1000),
          granularity: "DAILY",
          dimensions: ["PRICING_CATEGORY", "PRICING_TYPE", "COUNTRY"],
        });
        return points.map(chargeFromMeta);
      }),
    read: (body, receivedAt) =>
      parseWebhook(body).map((event) => ({
        phoneNumberId: event.phoneNumberId,
        wabaId: event.wabaId,
        incoming: fromMeta({ ids: options.ids, receivedAt }, event),
        raw: event.raw,
      })),
  };

  /** One client for as long as the token is the same; the connections are the egress's. */
  function clientOf({ accessToken, baseUrl, apiVersion }: ChannelAccess): CloudApi {
    const key = `${baseUrl}\n${apiVersion}\n${accessToken}`;
    const known = clients.get(key);
    if (known) return known;
    if (clients.size > 1000) clients.clear();
    const client = cloudApi({
      token: accessToken,
      baseUrl,
      version: apiVersion,
      fetch: options.fetch,
      timeoutMs: options.timeoutMs ?? SEND_TIMEOUT_MS,
    });
    clients.set(key, client);
    return client;
  }
}

async function send(
  client: CloudApi,
  access: ChannelAccess,
  outgoing: Outgoing,
  callbackData: string,
): Promise<SendOutcome> {
  try {
    if (outgoing.kind === "read-receipt") {
      const { wamid, typing } = outgoing;
      await client.messages.markRead(access.phoneNumberId, wamid, { typing });
      return { outcome: "accepted", wamid: null, waId: null };
    }
    const message = toMeta(outgoing, callbackData);
    const sent = await client.messages.send(access.phoneNumberId, message);
    return { outcome: "accepted", wamid: sent.id, waId: sent.waId };
  } catch (error) {
    return error instanceof NotSendableError ? unsendable(error) : outcomeOfError(error);
  }
}

function unsendable(error: NotSendableError): SendOutcome {
  return {
    outcome: "rejected",
    failure: {
      code: null,
      title: "Not sendable",
      detail: error.message,
      remedy: { kind: "give-up" },
      explanation: {
        en: `WhatsApp cannot carry this: ${error.message}`,
        ru: `WhatsApp не может это передать: ${error.message}`,
      },
      advice: { en: "Send it in another form.", ru: "Отправьте это в другом виде." },
      raw: null,
    },
  };
}

async function upload(
  client: CloudApi,
  access: ChannelAccess,
  file: UploadableFile,
): Promise<string> {
  const { bytes, mediaType: mimeType, name: filename } = file;
  const options = { timeoutMs: UPLOAD_TIMEOUT_MS };
  const { id } = await client.media.upload(
    access.phoneNumberId,
    { bytes, mimeType, filename },
    options,
  );
  return id;
}

async function fetchFile(
  client: CloudApi,
  access: ChannelAccess,
  remoteId: string,
): Promise<FetchedFile> {
  // The address in the webhook lives five minutes; the id lives seven days, so the address is asked anew.
  const { url } = await client.media.describe(remoteId, { phoneNumberId: access.phoneNumberId });
  const { body, mimeType, contentLength } = await client.media.stream(url, {
    timeoutMs: UPLOAD_TIMEOUT_MS,
  });
  return { bytes: body, claimedType: mimeType, sizeBytes: contentLength };
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GatewayError) throw error;
    if (error instanceof CloudApiError)
      throw new GatewayError(error.message, failureOfError(error));
    throw new GatewayError(error instanceof Error ? error.message : String(error), null);
  }
}
