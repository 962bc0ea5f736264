import { createHash } from "node:crypto";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { type Node, selectFields } from "../../graph/fields.ts";
import { page } from "../../graph/paging.ts";
import { compact, type JsonObject } from "../../json.ts";
import type { QrCode } from "../../store/kinds.ts";
import { linkOf } from "../../qr/qr-image.ts";
import { qrImageUrl } from "../../qr/serve-qr-images.ts";
import type { World } from "../../world.ts";

const EDGE = "message_qrdls";
// Not in Meta's pages: the figure that partners give.
const CODES_MAX = 2000;
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const qrCodesRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: save },
  { node: "number", edge: EDGE, methods: ["DELETE"], scope: "management", handle: remove },
];

function read(call: Call): Answer {
  const number = callNumber(call);
  const fields = call.params.optionalText("fields");
  const show = (code: QrCode) => selectFields(qrNode(call.world, code), fields);
  if (call.rest !== "" || call.params.has("code")) return { body: { data: [show(find(call))] } };
  const codes = codesOf(call.world, number.id);
  return { body: page(call, codes, show) };
}

function codesOf(world: World, phoneNumberId: string): readonly QrCode[] {
  return world.kinds.qrCodes.list().filter((it) => it.phoneNumberId === phoneNumberId);
}

/** The image is only told when it is asked for, as `qr_image_url.format(PNG)`. */
function qrNode(world: World, code: QrCode): Node {
  return {
    type: "WhatsAppBusinessQRDL",
    usual: ["code", "prefilled_message", "deep_link_url"],
    fields: {
      id: () => undefined,
      code: () => code.code,
      prefilled_message: () => code.prefilledMessage,
      deep_link_url: () => linkOf(code),
      creation_time: () => Math.floor(code.createdAt / 1000),
      qr_image_url: (field) =>
        imageOf(world, code, field.modifiers["format"] ?? code.image ?? "SVG"),
    },
  };
}

/** With a `code` the message of an existing one is changed. */
function save(call: Call): Answer {
  const { world, params } = call;
  const number = callNumber(call);
  const prefilledMessage = params.text("prefilled_message", { max: 140 });
  const image = params.has("generate_qr_image")
    ? params.oneOf("generate_qr_image", ["SVG", "PNG"])
    : null;
  const known = params.has("code") ? find(call) : null;
  if (known === null && codesOf(world, number.id).length >= CODES_MAX) {
    throw invalidParameter(`The phone number already has ${CODES_MAX} QR codes. Delete one first.`);
  }
  const code = known?.code ?? newCode(world);
  const saved = world.kinds.qrCodes.put(code, {
    code,
    phoneNumberId: number.id,
    prefilledMessage,
    image: image ?? known?.image ?? null,
    createdAt: known?.createdAt ?? world.clock.now(),
  });
  return { body: present(world, saved, image) };
}

function remove(call: Call): Answer {
  call.world.kinds.qrCodes.remove(find(call).code);
  return SUCCESS;
}

function find(call: Call): QrCode {
  const code = call.rest === "" ? call.params.text("code") : call.rest;
  const found = call.world.kinds.qrCodes.find(code);
  if (found !== null && found.phoneNumberId === callNumber(call).id) return found;
  throw invalidParameter(`The QR code ${code} does not exist.`);
}

function newCode(world: World): string {
  const count = world.counters.next("qr-code");
  const hash = createHash("sha256").update(`${world.seed}:qr:${count}`).digest();
  return [...hash.subarray(0, 14)].map((it) => LETTERS[it % LETTERS.length] ?? "A").join("");
}

/** What a change is answered with: the image when one was asked for. */
function present(world: World, code: QrCode, image: string | null): JsonObject {
  return compact({
    code: code.code,
    prefilled_message: code.prefilledMessage,
    deep_link_url: linkOf(code),
    qr_image_url: image === null ? undefined : imageOf(world, code, image),
  });
}

function imageOf(world: World, code: QrCode, format: string): string {
  return qrImageUrl(world, code, format.toUpperCase() === "PNG" ? "png" : "svg");
}
