import type { FastifyInstance } from "fastify";
import type { QrCode } from "../store/kinds.ts";
import type { World } from "../world.ts";
import { drawQr, type QrFormat } from "./qr-image.ts";

const PATH = "/message_qrdls/images";

/** Where the image of a code is fetched from, by anybody: Meta has it on a public host as well. */
export function qrImageUrl(world: World, code: QrCode, format: QrFormat): string {
  const base = world.settings().mediaBaseUrl ?? world.publicUrl();
  return `${base}${PATH}/${code.code}.${format}`;
}

/** Serves the images; that of a deleted code is gone with it. */
export function serveQrImages(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>(`${PATH}/:file`, (request, reply) => {
    const { file } = request.params;
    const format = file.endsWith(".png") ? "png" : file.endsWith(".svg") ? "svg" : null;
    const code = format === null ? null : world.kinds.qrCodes.find(file.slice(0, -4));
    if (code === null || format === null) {
      return reply.code(404).type("text/plain").send("Not Found");
    }
    const { type, bytes } = drawQr(code, format);
    return reply
      .type(type)
      .header("x-content-type-options", "nosniff")
      .header("content-security-policy", "default-src 'none'")
      .send(bytes);
  });
}
