import { z } from "zod";

export const username = z
  .string()
  .regex(/^[a-z0-9._]{3,35}$/, "3 to 35 of a-z, 0-9, dot and underscore");

/** What makes a person; a free demo number is taken when `phone` is absent. */
export const newPerson = z.strictObject({
  name: z.string().min(1).max(100),
  phone: z.string().exactOptional(),
  username: username.exactOptional(),
  online: z.boolean().default(true),
  readReceipts: z.boolean().default(true),
  onWhatsApp: z.boolean().default(true),
  phoneHidden: z.boolean().default(false),
  autoReadMs: z.number().int().min(0).nullable().default(null),
});
