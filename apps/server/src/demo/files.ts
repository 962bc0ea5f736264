import { readFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";

/** A file of the demo, drawn or written here. */
export type DemoFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

const PICTURES = {
  latte: drawing(
    "#e9dcc9",
    '<circle cx="320" cy="240" r="170" fill="#fff"/><circle cx="320" cy="240" r="140" fill="#8a5a34"/><path d="M320 320 C230 250 250 170 320 210 C390 170 410 250 320 320Z" fill="#f3e3cd"/>',
  ),
  beans: drawing(
    "#3b2618",
    bean(200, 180, 30) +
      bean(340, 250, -20) +
      bean(450, 150, 65) +
      bean(250, 330, 110) +
      bean(460, 350, 10),
  ),
  cup: drawing(
    "#cfd8e6",
    '<path d="M190 170 h230 v120 a90 90 0 0 1 -90 90 h-50 a90 90 0 0 1 -90 -90Z" fill="#24324a"/><path d="M420 200 h30 a45 45 0 0 1 0 95 h-32" fill="none" stroke="#24324a" stroke-width="22"/><path d="M250 140 q15 -25 0 -50 M305 140 q15 -25 0 -50 M360 140 q15 -25 0 -50" stroke="#7f8ea8" stroke-width="10" fill="none"/>',
  ),
} as const;

export type PictureName = keyof typeof PICTURES;

/** A small JPEG of the shop's life. */
export async function picture(name: PictureName): Promise<DemoFile> {
  const bytes = await sharp(Buffer.from(PICTURES[name])).jpeg({ quality: 82 }).toBuffer();
  return { name: `${name}.jpg`, type: "image/jpeg", bytes };
}

/** A voice note of two seconds: a jackdaw that was played on a synthesizer. */
export async function voiceNote(): Promise<DemoFile> {
  const bytes = await readFile(join(import.meta.dirname, "voice.ogg"));
  return { name: "voice.ogg", type: "audio/ogg", bytes };
}

/** A page with one line of text, as plain as PDF gets. */
export function pdf(name: string): DemoFile {
  const title = name.replace(/\.pdf$/, "").replace(/[()\\]/g, "");
  const stream = `BT /F1 24 Tf 72 760 Td (${title}) Tj 0 -36 Td /F1 12 Tf (Jackdaw Coffee, a demo of Galka) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  const file = `${body}xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name, type: "application/pdf", bytes: Buffer.from(file, "latin1") };
}

function drawing(background: string, shapes: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="${background}"/>${shapes}</svg>`;
}

function bean(x: number, y: number, turn: number): string {
  return `<g transform="translate(${x} ${y}) rotate(${turn})"><ellipse rx="62" ry="42" fill="#7a4b2a"/><path d="M-58 0 C-20 -18 20 18 58 0" stroke="#4a2b16" stroke-width="8" fill="none"/></g>`;
}
