import type { ByteRange } from "../../files/file-store.ts";

/** What a Range header asks for: one range, all of it, or something that is not there. */
export type RangeAsked =
  | { readonly kind: "all" }
  | { readonly kind: "part"; readonly range: ByteRange }
  | { readonly kind: "unsatisfiable" };

/** Reads a Range header of one range. Several at once are answered with everything, as HTTP allows. */
export function parseRange(header: string | undefined, sizeBytes: number): RangeAsked {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
  if (!asked) return { kind: "all" };
  const [, from = "", to = ""] = asked;
  if (from === "" && to === "") return { kind: "all" };

  const start = from === "" ? Math.max(0, sizeBytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1);
  if (from !== "" && to !== "" && Number(to) < start) return { kind: "all" };
  if (start >= sizeBytes || (from === "" && Number(to) === 0)) return { kind: "unsatisfiable" };
  return { kind: "part", range: { start, end } };
}
