import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { parseFields } from "../../graph/fields.ts";
import { compact, type JsonObject, listAt } from "../../json.ts";
import type { BusinessNumber } from "../../store/kinds.ts";
import type { World } from "../../world.ts";
import { requireProduct } from "../../world/validate-message.ts";
import { saveNumber } from "../save-number.ts";

const VERTICALS = [
  "ALCOHOL",
  "APPAREL",
  "AUTO",
  "BEAUTY",
  "EDU",
  "ENTERTAIN",
  "EVENT_PLAN",
  "FINANCE",
  "GOVT",
  "GROCERY",
  "HEALTH",
  "HOTEL",
  "NONPROFIT",
  "ONLINE_GAMBLING",
  "OTC_DRUGS",
  "OTHER",
  "PHYSICAL_GAMBLING",
  "PROF_SERVICES",
  "RESTAURANT",
  "RETAIL",
  "TRAVEL",
] as const;

const EDGE = "whatsapp_business_profile";

export const profileRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: change },
];

function read(call: Call): Answer {
  const profile = profileOf(call.world, callNumber(call));
  const wanted = parseFields(call.params.optionalText("fields") ?? "").map((it) => it.name);
  const shown = wanted.length === 0 ? ["messaging_product"] : [...wanted, "messaging_product"];
  const entries = Object.entries(profile).filter(
    ([key]) => wanted.length === 0 || shown.includes(key),
  );
  return { body: { data: [compact(Object.fromEntries(entries))] } };
}

function profileOf(world: World, number: BusinessNumber): JsonObject {
  const { about, address, description, email, websites, vertical, pictureMediaId } = number.profile;
  const optional = (text: string) => (text === "" ? undefined : text);
  return {
    about: optional(about),
    address: optional(address),
    description: optional(description),
    email: optional(email),
    profile_picture_url:
      pictureMediaId === null
        ? undefined
        : `${world.publicUrl()}/_emulator/media/${pictureMediaId}`,
    websites: websites.length === 0 ? undefined : websites,
    vertical,
    messaging_product: "whatsapp",
  };
}

function change(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  requireProduct(params);
  const { profile } = number;
  const vertical = params.has("vertical") ? params.oneOf("vertical", VERTICALS) : profile.vertical;
  const about = params.optionalText("about", { max: 139 });
  if (about === "") throw invalidParameter("Param about can't be empty.");
  saveNumber(world, {
    ...number,
    profile: {
      about: about ?? profile.about,
      address: params.optionalText("address", { max: 256 }) ?? profile.address,
      description: params.optionalText("description", { max: 512 }) ?? profile.description,
      email: params.optionalText("email", { max: 128 }) ?? profile.email,
      websites: params.has("websites") ? websitesOf(call) : profile.websites,
      vertical,
      pictureMediaId: pictureOf(call) ?? profile.pictureMediaId,
    },
  });
  return SUCCESS;
}

function websitesOf(call: Call): string[] {
  const websites = listAt(call.params.values, "websites").map(String);
  if (websites.length > 2) throw invalidParameter("Param websites must have at most 2 elements.");
  if (websites.some((it) => it.length > 256 || !/^https?:\/\//i.test(it))) {
    throw invalidParameter("Param websites must be web addresses of at most 256 characters.");
  }
  return websites;
}

/** A handle is what a resumable upload ended with. */
function pictureOf(call: Call): string | null {
  const handle = call.params.optionalText("profile_picture_handle");
  if (handle === undefined) return null;
  const upload = call.world.kinds.uploads.list().find((it) => it.handle === handle);
  if (upload?.mediaId !== undefined && upload.mediaId !== null) return upload.mediaId;
  throw invalidParameter("Param profile_picture_handle is not a valid upload handle.");
}
