// `node scripts/icons.ts`: draws the icons of the installed page from apps/web/public/mark.svg.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const PUBLIC = join(import.meta.dirname, "..", "apps", "web", "public");
// A launcher may cut a circle out of it: the mark stays within the middle three fifths.
const SHARE = 0.58;

const mark = readFileSync(join(PUBLIC, "mark.svg"));
for (const side of [192, 512]) {
  const inner = Math.round(side * SHARE);
  const drawn = await sharp(mark, { density: 72 * (inner / 32) })
    .resize(inner, inner)
    .png()
    .toBuffer();
  await sharp({ create: { width: side, height: side, channels: 3, background: "#f6f7f9" } })
    .composite([{ input: drawn }])
    .png({ palette: true })
    .toFile(join(PUBLIC, `icon-${side}.png`));
}
