import { z } from "zod";
import { Documents } from "../documents.ts";
import type { Database } from "../sqlite.ts";

/** Meta: "Welcome messages, prompts and commands", docs/…/conversational-components, read 2026-11. */
const command = z.object({ name: z.string(), description: z.string() });

const automation = z.object({
  welcomeMessage: z.boolean(),
  prompts: z.array(z.string()),
  commands: z.array(command),
});

const publicKey = z.object({ pem: z.string(), signature: z.enum(["VALID", "MISMATCH"]) });

const officialAccount = z.object({
  status: z.enum(["NOT_STARTED", "PENDING", "APPROVED", "REJECTED"]),
  application: z.record(z.string(), z.unknown()),
});

const username = z.object({ name: z.string(), status: z.enum(["approved", "reserved"]) });

/** What Meta keeps of a number beside its standing; `businesses/number-details.ts` has the usual values. */
const numberDetails = z.object({
  phoneNumberId: z.string(),
  /** A landline has no SMS: its code is read out to it. */
  line: z.enum(["mobile", "landline"]),
  codeSentAt: z.number().nullable(),
  codeMethod: z.enum(["SMS", "VOICE"]).nullable(),
  /** Instants of the codes asked for, which count against the limit. */
  codeRequests: z.array(z.number()),
  codeGuesses: z.number(),
  pinGuessedAt: z.number().nullable(),
  /** The name that the reviewer looks at, or looked at last. */
  newName: z.string().nullable(),
  newNameStatus: z.enum(["NONE", "PENDING_REVIEW", "APPROVED", "DECLINED", "EXPIRED"]),
  officialAccount,
  username: username.nullable(),
  cartEnabled: z.boolean(),
  catalogVisible: z.boolean(),
  automation,
  /** As the business wrote it: Meta only keeps it. */
  compliance: z.record(z.string(), z.unknown()).nullable(),
  publicKey: publicKey.nullable(),
  calling: z.record(z.string(), z.unknown()),
  payloadEncryption: z.object({ enabled: z.boolean(), fingerprint: z.string().nullable() }),
  /** Country of the local storage; `null` is Meta's own choice. */
  storageRegion: z.string().nullable(),
});

/** A number that was deleted in WhatsApp Manager. */
const deletedNumber = z.object({ id: z.string(), waId: z.string(), deletedAt: z.number() });

export type NumberDetails = z.infer<typeof numberDetails>;
export type Automation = z.infer<typeof automation>;

/** Opens what is kept of numbers beside their standing. */
export function openNumberKinds(database: Database) {
  return {
    numberDetails: new Documents(database, "number-details", numberDetails),
    deletedNumbers: new Documents(database, "deleted-number", deletedNumber),
  };
}
