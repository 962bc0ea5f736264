import type { FastifyInstance } from "fastify";
import { drawPhoto } from "../../people/population/media/draw-photo.ts";
import { findMedia, loadBytes } from "../../store/media.ts";
import { SAMPLES_PATH, uploadOfSample } from "../../templates/samples/sample-url.ts";
import type { World } from "../../world.ts";

/**
 * Serves the samples of templates. A template may name a handle that was never
 * uploaded here: a picture is drawn for it, and any other file is not found.
 */
export function serveSamples(app: FastifyInstance, world: World): void {
  app.get<{ Params: { name: string } }>(`${SAMPLES_PATH}:name`, async (request, reply) => {
    const { name } = request.params;
    const media = findMedia(world.db, uploadOfSample(world, name)?.mediaId ?? "");
    void reply.header("x-content-type-options", "nosniff");
    if (media !== null) {
      return reply.type(media.mimeType).send(Buffer.from(loadBytes(world.db, media.sha256)));
    }
    if (!name.endsWith(".jpg")) return reply.code(404).type("text/plain").send("Not Found");
    return reply.type("image/jpeg").send(Buffer.from(drawPhoto(name)));
  });
}
