import { createHash } from "node:crypto";
import { type JsonObject, listAt, objectAt, objectsAt } from "../../json.ts";
import type { Upload } from "../../store/kinds.ts";
import type { World } from "../../world.ts";

/** Where samples are served: at Meta's on the hosts `scontent.whatsapp.net`, without a token. */
export const SAMPLES_PATH = "/v/t61.29466-34/";

/**
 * The components as Meta answers them: the handle of a sample's upload has
 * become the address from which the sample can be fetched.
 *
 * Meta: docs/…/templates/template-groups and docs/…/templates/components
 * (`header_handle` in answers), read 2026-11.
 */
export function withSampleUrls(
  world: World,
  components: readonly JsonObject[],
): readonly JsonObject[] {
  return components.map((component) => {
    const cards = objectsAt(component, "cards");
    if (cards.length > 0) {
      const shown = cards.map((card) => ({
        ...card,
        components: withSampleUrls(world, objectsAt(card, "components")),
      }));
      return { ...component, cards: shown };
    }
    const example = objectAt(component, "example");
    if (example === undefined || !("header_handle" in example)) return component;
    const handles = listAt(example, "header_handle").map(String);
    const urls = handles.map((it) => sampleUrl(world, it, String(component["format"])));
    return { ...component, example: { ...example, header_handle: urls } };
  });
}

/** The upload behind the name of a sample's file; `null` for one that came from elsewhere. */
export function uploadOfSample(world: World, name: string): Upload | null {
  const key = name.split("_", 1)[0];
  const uploads = world.kinds.uploads.list();
  return uploads.find((it) => it.handle !== null && keyOf(it.handle) === key) ?? null;
}

/** An address that was read and written back is an address still, of wherever the emulator is. */
function sampleUrl(world: World, handle: string, format: string): string {
  const base = world.settings().mediaBaseUrl ?? world.publicUrl();
  const at = handle.indexOf(SAMPLES_PATH);
  if (/^https?:/.test(handle)) return at === -1 ? handle : base + handle.slice(at);
  const key = keyOf(handle);
  const upload = uploadOfSample(world, key);
  const type = upload?.mimeType ?? TYPES[format.toUpperCase()] ?? "";
  const signature = createHash("sha256").update(`${world.seed}:${key}`).digest("base64url");
  return `${base}${SAMPLES_PATH}${key}_n.${ENDINGS[type] ?? "bin"}?oh=${signature.slice(0, 26)}`;
}

function keyOf(handle: string): string {
  return createHash("sha256").update(handle).digest("hex").slice(0, 16);
}

const TYPES: Readonly<Record<string, string>> = {
  IMAGE: "image/jpeg",
  VIDEO: "video/mp4",
  DOCUMENT: "application/pdf",
};

const ENDINGS: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/jpg": "jpg",
  "image/png": "png",
  "video/mp4": "mp4",
  "application/pdf": "pdf",
};
