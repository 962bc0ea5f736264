import { createHash } from "node:crypto";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { page } from "../../graph/paging.ts";
import { compact, type JsonObject } from "../../json.ts";
import type { QrCode } from "../../store/kinds.ts";
import type { World } from "../../world.ts";

const EDGE = "message_qrdls";
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export const qrCodesRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "management", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "management", handle: save },
  { node: "number", edge: EDGE, methods: ["DELETE"], scope: "management", handle: remove },
];

function read(call: Call): Answer {
  const number = callNumber(call);
  if (call.rest !== "") return { body: { data: [present(find(call))] } };
  const codes = call.world.kinds.qrCodes.list().filter((it) => it.phoneNumberId === number.id);
  return { body: page(call, codes, present) };
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
  const code = known?.code ?? newCode(world);
  const saved = world.kinds.qrCodes.put(code, {
    code,
    phoneNumberId: number.id,
    prefilledMessage,
    image: image ?? known?.image ?? null,
  });
  return { body: present(saved) };
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

function present(code: QrCode): JsonObject {
  const link = `https://wa.me/message/${code.code}`;
  return compact({
    code: code.code,
    prefilled_message: code.prefilledMessage,
    deep_link_url: link,
    qr_image_url:
      code.image === null
        ? undefined
        : `https://scontent.example/qr/${code.code}.${code.image.toLowerCase()}`,
  });
}
