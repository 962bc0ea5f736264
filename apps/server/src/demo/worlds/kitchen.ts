import type { Member } from "@galka/core/workspaces/member";
import type { DraftWish } from "../../operations/messages/find-draft.ts";
import { storeFile } from "../store-file.ts";
import type { Asked } from "./desk.ts";
import { DISHES, type Dish, cookingVideo, homePicture, servedPicture } from "./dishes.ts";
import type { Stage } from "./stage.ts";

/** What people have on their phones: a dish, and the emulator's id of its picture. */
export type Snapshot = { readonly mediaId: string; readonly caption: string };

/** Gives the emulated people pictures of what they have cooked. */
export async function takeSnapshots({ control }: Stage): Promise<readonly Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const dish of DISHES) {
    const { bytes, name, type } = await homePicture(dish);
    const mediaId = await control.upload(bytes, type, name);
    snapshots.push({ mediaId, caption: `${dish.title}: ${dish.trouble}` });
  }
  return snapshots;
}

/** Stores what the cooks have at hand; answers how they answer: a picture gets a picture and a video, a word gets a word. */
export async function stockKitchen(
  stage: Stage,
  cook: Member,
): Promise<(asked: Asked) => readonly DraftWish[]> {
  const video = await storeFile(stage.app, cook, await cookingVideo());
  const served = new Map<Dish, string>();
  for (const dish of DISHES) {
    served.set(dish, await storeFile(stage.app, cook, await servedPicture(dish)));
  }
  return ({ name, said }) => {
    const shown = said.find(({ content }) => content.kind === "image")?.content;
    const caption = shown?.kind === "image" ? (shown.file.caption ?? "") : null;
    const first = name.split(" ")[0] ?? name;
    if (caption === null) return [{ kind: "text", text: `With pleasure, ${first}. Enjoy it!` }];
    const dish: Dish = DISHES.find(({ title }) => caption.startsWith(title)) ?? DISHES[0];
    const picture = served.get(dish);
    if (picture === undefined) throw new Error(`There is no picture of ${dish.title}.`);
    return [
      { kind: "image", fileId: picture, caption: `${first}, this is ours. ${dish.advice}` },
      { kind: "video", fileId: video, caption: "And this is how we stir it." },
    ];
  };
}
