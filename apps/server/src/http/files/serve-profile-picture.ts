import { idOf } from "@galka/core/kernel/ids";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { readPicture } from "../../operations/channels/profile/read-picture.ts";
import type { Desk } from "../desk.ts";
import { refuse } from "../handle.ts";
import { RefusedRequest } from "../refusals.ts";

const params = z.object({ channelId: z.uuid() });

/** The picture of a number's profile. It lies at WhatsApp, whose hosts the page's policy does not know. */
export function addProfilePictures(server: FastifyInstance, desk: Desk): void {
  server.get("/files/profile/:channelId", { schema: { params } }, async (request, reply) => {
    if (!request.member) throw new RefusedRequest("not-signed-in");
    const { channelId } = params.parse(request.params);
    const picture = await readPicture(desk.app, request.member, idOf(channelId), desk.profiles);
    if (!picture) return refuse(reply, { refused: "not-found" });
    return reply
      .headers({
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "private, max-age=3600",
      })
      .type("image/webp")
      .send(picture);
  });
}
