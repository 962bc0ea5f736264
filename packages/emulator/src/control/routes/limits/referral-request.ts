import { z } from "zod";

const link = z.url({ protocol: /^https?$/ });

/** The advertisement or post whose button opened the chat. */
export const referralRequest = z.strictObject({
  sourceType: z.enum(["ad", "post"]).exactOptional(),
  sourceId: z.string().exactOptional(),
  sourceUrl: link.exactOptional(),
  headline: z.string().exactOptional(),
  body: z.string().exactOptional(),
  mediaType: z.enum(["image", "video"]).exactOptional(),
  imageUrl: link.exactOptional(),
  videoUrl: link.exactOptional(),
  thumbnailUrl: link.exactOptional(),
  ctwaClid: z.string().nullable().exactOptional(),
  welcomeText: z.string().exactOptional(),
});
