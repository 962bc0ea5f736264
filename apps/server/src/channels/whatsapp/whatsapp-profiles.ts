import { type BusinessProfile as WireProfile, type CloudApi, type QrCode } from "@galka/cloud-api";
import { type BusinessProfile, VERTICALS } from "@galka/core/channels/business-profile";
import type { ChannelAccess } from "../gateway.ts";
import type { ChannelProfiles, ChatLink, NumberStanding, ShownProfile } from "../profiles.ts";
import { type Fetch, accountClient } from "./account-client.ts";
import { orRefused } from "./or-refused.ts";

/** Meta takes profile pictures of at most 5 MB; what is larger is no picture of a profile. */
const LARGEST_PICTURE = 5_000_000;

/** The profile of a WhatsApp number, through the Cloud API. */
export function whatsAppProfiles(fetch: Fetch): ChannelProfiles {
  return {
    read: (access) => orRefused(() => read(accountClient(fetch, access), access)),
    change: (access, change) =>
      orRefused(async () => {
        await accountClient(fetch, access).profile.update(access.phoneNumberId, toWire(change));
        return null;
      }),
    changePicture: (access, { bytes, mediaType }) =>
      orRefused(async () => {
        const api = accountClient(fetch, access);
        const plan = { fileName: "profile.jpg", fileLength: bytes.byteLength, fileType: mediaType };
        const session = await api.uploads.create(access.appId, plan);
        const { h: profile_picture_handle } = await api.uploads.upload(session.id, bytes);
        await api.profile.update(access.phoneNumberId, { profile_picture_handle });
        return null;
      }),
    readPicture: (access) => readPicture(fetch, access),
    listLinks: (access) =>
      orRefused(async () => {
        const { data } = await accountClient(fetch, access).qrCodes.list(access.phoneNumberId);
        return data.map(linkOf);
      }),
    saveLink: (access, { code, words }) =>
      orRefused(async () => {
        const { qrCodes } = accountClient(fetch, access);
        const wish = { prefilledMessage: words };
        const saved =
          code === null
            ? await qrCodes.create(access.phoneNumberId, wish)
            : await qrCodes.update(access.phoneNumberId, { code, ...wish });
        return linkOf(saved);
      }),
    removeLink: (access, code) =>
      orRefused(async () => {
        await accountClient(fetch, access).qrCodes.delete(access.phoneNumberId, code);
        return null;
      }),
  };
}

async function read(api: CloudApi, access: ChannelAccess): Promise<ShownProfile> {
  const profile = await api.profile.get(access.phoneNumberId);
  return {
    profile: fromWire(profile),
    pictureUrl: profile.profile_picture_url ?? null,
    standing: await standingOf(api, access),
  };
}

async function standingOf(api: CloudApi, access: ChannelAccess): Promise<NumberStanding> {
  const number = await api.phoneNumbers.get(access.phoneNumberId, {
    fields: ["id", "verified_name", "name_status", "is_official_business_account", "is_on_biz_app"],
  });
  const account = await api.accounts.get(access.wabaId, {
    fields: ["id", "business_verification_status"],
  });
  const isVerified = account.business_verification_status?.toLowerCase() === "verified";
  return {
    verifiedName: number.verified_name ?? "",
    nameStatus: nameStatusOf(number.name_status),
    kind: number.is_official_business_account ? "official" : isVerified ? "verified" : "business",
    isOnApp: number.is_on_biz_app === true,
  };
}

function nameStatusOf(status: string | undefined): NumberStanding["nameStatus"] {
  switch (status) {
    case "APPROVED":
    case "AVAILABLE_WITHOUT_REVIEW":
      return "approved";
    case "PENDING_REVIEW":
      return "pending";
    case "DECLINED":
    case "EXPIRED":
      return "declined";
    default:
      return "other";
  }
}

function fromWire(profile: WireProfile): BusinessProfile {
  return {
    about: profile.about ?? "",
    address: profile.address ?? "",
    description: profile.description ?? "",
    email: profile.email ?? "",
    websites: profile.websites ?? [],
    vertical: VERTICALS.find((it) => it === profile.vertical) ?? null,
  };
}

function toWire({ vertical, ...texts }: Partial<BusinessProfile>) {
  return { ...texts, ...(vertical ? { vertical } : {}) };
}

function linkOf({ code, prefilled_message, deep_link_url }: QrCode): ChatLink {
  const url = deep_link_url ?? `https://wa.me/message/${code}`;
  return { code, words: prefilled_message ?? "", url };
}

async function readPicture(get: Fetch, access: ChannelAccess): Promise<Uint8Array | null> {
  const shown = await orRefused(() => accountClient(get, access).profile.get(access.phoneNumberId));
  if ("refused" in shown || !shown.profile_picture_url) return null;
  const answer = await get(shown.profile_picture_url, { signal: AbortSignal.timeout(15_000) });
  if (!answer.ok || Number(answer.headers.get("content-length") ?? 0) > LARGEST_PICTURE)
    return null;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return bytes.byteLength > LARGEST_PICTURE ? null : bytes;
}
