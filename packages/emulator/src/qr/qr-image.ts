import { encode } from "uqr";
import type { QrCode } from "../store/kinds.ts";
import { writePng } from "./write-png.ts";

/** What the image can be asked for as. */
export type QrFormat = "svg" | "png";

/** The standard's empty frame, in modules: readers need it to find the code. */
const FRAME = 4;
const PIXELS_PER_MODULE = 12;

/** What a phone's camera reads out of the image. */
export function linkOf(code: QrCode): string {
  return `https://wa.me/message/${code.code}`;
}

/** The code's modules in rows, dark ones true, with the frame around them. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: "M", border: FRAME }).data;
}

/** Draws the image. The same code gives the same bytes. */
export function drawQr(code: QrCode, format: QrFormat): { type: string; bytes: Uint8Array } {
  const modules = qrModules(linkOf(code));
  if (format === "png") return { type: "image/png", bytes: writePng(modules, PIXELS_PER_MODULE) };
  return { type: "image/svg+xml", bytes: new TextEncoder().encode(writeSvg(modules)) };
}

function writeSvg(modules: readonly (readonly boolean[])[]): string {
  const size = modules.length;
  const dark = modules.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? `M${x} ${y}h1v1h-1z` : [])),
  );
  const pixels = size * PIXELS_PER_MODULE;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join("")}"/></svg>\n`
  );
}
