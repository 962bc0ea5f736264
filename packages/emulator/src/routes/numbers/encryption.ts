import { createPublicKey } from "node:crypto";
import { type Answer, type Call, callNumber, type GraphRoute, SUCCESS } from "../../graph/call.ts";
import { invalidParameter } from "../../graph/error.ts";
import { changeDetails, numberDetails } from "../../numbers/details.ts";

const EDGE = "whatsapp_business_encryption";
const BITS = 2048;

/** The key that a flow's data is encrypted for. Meta: docs/…/flows/guides/implementingyourflowendpoint, read 2026-11. */
export const encryptionRoutes: readonly GraphRoute[] = [
  { node: "number", edge: EDGE, methods: ["GET"], scope: "messaging", handle: read },
  { node: "number", edge: EDGE, methods: ["POST"], scope: "messaging", handle: change },
];

function read(call: Call): Answer {
  const { publicKey } = numberDetails(call.world, callNumber(call).id);
  if (publicKey === null) return { body: { data: [] } };
  const key = {
    business_public_key: publicKey.pem,
    business_public_key_signature_status: publicKey.signature,
  };
  return { body: { data: [key] } };
}

function change(call: Call): Answer {
  const { world, params } = call;
  const { id } = callNumber(call);
  const pem = params.text("business_public_key").replaceAll(String.raw`\n`, "\n");
  if (!isRsa2048(pem)) {
    throw invalidParameter(
      "Param business_public_key must be a valid 2048-bit RSA public key in PEM format.",
    );
  }
  changeDetails(world, id, { publicKey: { pem, signature: "VALID" } });
  return SUCCESS;
}

function isRsa2048(pem: string): boolean {
  if (!pem.includes("PUBLIC KEY")) return false;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "rsa" && key.asymmetricKeyDetails?.modulusLength === BITS;
  } catch {
    return false;
  }
}
