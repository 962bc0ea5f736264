import type { BubbleContent, MediaContent } from "../../wire/control.ts";
import { findMedia } from "../../store/media.ts";
import type { World } from "../../world.ts";
import { mediaContent } from "../media-content.ts";
import { COUNTRIES } from "./countries.ts";
import { type Dice, pickOne, pickWeighted } from "./dice.ts";
import type { Member } from "./member.ts";
import { say, sayAbout, type Topic } from "./speak.ts";
import { stockPhoto, stockVoice } from "./media/stock-media.ts";

/** What a member wants to write: about a message of the business, or to begin a chat. */
export type Wish = {
  readonly kinds: Readonly<Record<string, number>>;
  /** Texts to choose from instead of the usual ones. */
  readonly texts: Readonly<Record<string, number>>;
  readonly about: Topic | "hello";
};

/** Writes what a member sends, in their language. */
export function compose(world: World, member: Member, dice: Dice, wish: Wish): BubbleContent {
  const kind = pickWeighted(dice, wish.kinds) ?? "text";
  switch (kind) {
    case "image":
    case "video":
    case "document":
    case "sticker":
      return file(world, member, dice, kind) ?? text(member, dice, wish);
    case "voice":
      return file(world, member, dice, "audio") ?? text(member, dice, wish);
    case "location":
      return place(member, dice);
    default:
      return text(member, dice, wish);
  }
}

function text(member: Member, dice: Dice, { texts, about }: Wish): BubbleContent {
  const given = pickWeighted(dice, texts);
  const usual =
    about === "hello"
      ? say(dice, member.language, "hello")
      : sayAbout(dice, member.language, about);
  return { kind: "text", body: given ?? usual, previewUrl: true };
}

/** A file of the kind: one that the habits name, or a made one; `null` when there is none. */
function file(
  world: World,
  member: Member,
  dice: Dice,
  kind: MediaContent["kind"],
): MediaContent | null {
  const name = kind === "audio" ? "voice" : kind;
  const given = member.population.habits.media[name] ?? [];
  const id = given.length > 0 ? pickOne(dice, given) : stock(world, dice, kind);
  const stored = id === null ? null : findMedia(world.db, id);
  if (stored === null) return null;
  const speaks = kind !== "audio" && kind !== "sticker" && dice() < 0.5;
  return mediaContent(stored, kind, {
    caption: speaks ? say(dice, member.language, "caption") : null,
    filename: kind === "document" ? stored.filename : null,
    voice: kind === "audio",
  });
}

function stock(world: World, dice: Dice, kind: MediaContent["kind"]): string | null {
  if (kind === "image") return stockPhoto(world, dice);
  return kind === "audio" ? stockVoice(world, dice) : null;
}

/** Somewhere within a walk of where many of the country live. */
export function place(member: Member, dice: Dice): BubbleContent {
  const [latitude, longitude] = COUNTRIES[member.country]?.place ?? [0, 0];
  const near = (degrees: number) => Math.round((degrees + (dice() - 0.5) * 0.2) * 1e6) / 1e6;
  return {
    kind: "location",
    latitude: near(latitude),
    longitude: near(longitude),
    name: null,
    address: null,
  };
}
