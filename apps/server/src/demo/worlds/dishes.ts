import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { DemoFile } from "../files.ts";

/** A dish that people cook at home, and what a cook has to say about it. */
export type Dish = {
  readonly title: string;
  /** What people write under their picture. */
  readonly trouble: string;
  /** What the cook writes under theirs. */
  readonly advice: string;
  readonly colors: { readonly plate: string; readonly food: string; readonly herb: string };
};

export const DISHES = [
  {
    title: "Pumpkin soup",
    trouble: "it came out thin again",
    advice: "Roast the pumpkin first, and leave out the last ladle of stock.",
    colors: { plate: "#f7f3ea", food: "#e8913a", herb: "#4f8a4b" },
  },
  {
    title: "Beetroot risotto",
    trouble: "how do I keep it from sticking?",
    advice: "Small ladles of hot stock, and butter only once it is off the heat.",
    colors: { plate: "#eef1f4", food: "#9b2c4f", herb: "#7fa650" },
  },
  {
    title: "Pea pasta",
    trouble: "what would you put on top?",
    advice: "Lemon zest, mint and a spoon of ricotta, right before it is served.",
    colors: { plate: "#fbfaf6", food: "#8fae4a", herb: "#3f7048" },
  },
  {
    title: "Lentil stew",
    trouble: "it tastes of nothing",
    advice: "Fry the spices in the oil before anything else, and end with vinegar.",
    colors: { plate: "#e9e4da", food: "#8a5a34", herb: "#5f8f52" },
  },
  {
    title: "Tomato tart",
    trouble: "the bottom stays wet",
    advice: "Salt the tomatoes an hour before, and bake the bottom blind.",
    colors: { plate: "#f2f2f0", food: "#c8412f", herb: "#2f6b3d" },
  },
] as const satisfies readonly Dish[];

/** The dish as it looks at home. */
export function homePicture(dish: Dish): Promise<DemoFile> {
  const { food, herb } = dish.colors;
  return jpeg(
    `${dish.title} at home.jpg`,
    `<rect width="640" height="480" fill="#b98b5e"/><rect y="300" width="640" height="180" fill="#a87c50"/>
     <ellipse cx="300" cy="260" rx="210" ry="150" fill="#d9d4c8"/><ellipse cx="310" cy="266" rx="170" ry="116" fill="${food}"/>
     <ellipse cx="420" cy="310" rx="46" ry="22" fill="${food}" opacity="0.7"/><circle cx="250" cy="230" r="12" fill="${herb}"/>
     <rect x="530" y="90" width="16" height="320" rx="8" fill="#c9ced3" transform="rotate(9 538 250)"/>`,
  );
}

/** The dish as a cook has it leave the kitchen. */
export function servedPicture(dish: Dish): Promise<DemoFile> {
  const { plate, food, herb } = dish.colors;
  const leaves = [0, 60, 120, 180, 240, 300]
    .map(
      (turn) =>
        `<ellipse cx="320" cy="196" rx="9" ry="30" fill="${herb}" transform="rotate(${turn} 320 236)"/>`,
    )
    .join("");
  return jpeg(
    `${dish.title}.jpg`,
    `<rect width="640" height="480" fill="#2b3238"/><circle cx="320" cy="240" r="206" fill="${plate}"/>
     <circle cx="320" cy="240" r="150" fill="none" stroke="#00000018" stroke-width="6"/><circle cx="320" cy="240" r="116" fill="${food}"/>
     <circle cx="320" cy="240" r="74" fill="none" stroke="#ffffff55" stroke-width="10"/>${leaves}`,
  );
}

/** Four seconds at the stove, drawn for this. */
export async function cookingVideo(): Promise<DemoFile> {
  const bytes = await readFile(join(import.meta.dirname, "cooking.mp4"));
  return { name: "cooking.mp4", type: "video/mp4", bytes };
}

async function jpeg(name: string, shapes: string): Promise<DemoFile> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">${shapes}</svg>`;
  const bytes = await sharp(Buffer.from(drawing)).jpeg({ quality: 80 }).toBuffer();
  return { name, type: "image/jpeg", bytes };
}
