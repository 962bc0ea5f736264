import { invalidParameter } from "../graph/error.ts";
import type { Params } from "../graph/params.ts";

/** Media is an uploaded id or a link, never both. */
export function validateMedia(media: Params): Params {
  const id = media.optionalText("id");
  const link = media.optionalText("link");
  if (id === undefined && link === undefined) {
    throw invalidParameter(
      `One of the parameters ${media.pathOf("id")} or ${media.pathOf("link")} is required.`,
    );
  }
  if (id !== undefined && link !== undefined) {
    throw invalidParameter(
      `Only one of the parameters ${media.pathOf("id")} and ${media.pathOf("link")} can be given.`,
    );
  }
  if (link !== undefined && !isWebUrl(link)) {
    throw invalidParameter(`Param ${media.pathOf("link")} must be a valid URL.`);
  }
  return media;
}

/** Meta tries to fetch whatever begins like a web address; what is wrong with it comes by webhook. */
function isWebUrl(link: string): boolean {
  return /^\S+:\/\/\S+$/.test(link) || /^\S+\.\S+$/.test(link);
}

export function validateLocation(location: Params): void {
  for (const [key, limit] of [
    ["latitude", 90],
    ["longitude", 180],
  ] as const) {
    const value = Number(location.text(key, { min: 0 }));
    if (!Number.isFinite(value) || Math.abs(value) > limit) {
      throw invalidParameter(
        `Param ${location.pathOf(key)} must be a number between -${limit} and ${limit}.`,
      );
    }
  }
}
