// What the first look at a page costs on the line.
import type { SignedInGalka } from "../../tests/support/signed-in.ts";
import type { Table } from "../table.ts";
import { openBrowser } from "./open-browser.ts";

const MOST_KB = 250;

type Kind = "script" | "stylesheet" | "font" | "fetch" | "other";
type Load = Readonly<Record<Kind, number>> & { readonly files: number };

/** The bytes of each kind as they came over the line, from the first byte until nothing more comes. */
export async function firstLoad(galka: SignedInGalka): Promise<Table> {
  const { items } = await galka.api("listConversations", {});
  const pages = [
    { name: "sign-in", path: "/sign-in", cookie: null },
    { name: "inbox", path: "/inbox", cookie: galka.cookie },
    { name: "conversation", path: `/inbox/${items[0]?.id}`, cookie: galka.cookie },
  ];
  const loads: { name: string; load: Load }[] = [];
  for (const { name, path, cookie } of pages) {
    loads.push({ name, load: await loadOf(galka.url, path, cookie) });
  }
  return {
    title: "first load, in KB as they are sent",
    columns: ["", "script", "script files", "style", "fonts", "answers", "other"],
    rows: loads.map(({ name, load }) => [
      name,
      kilobytes(load.script),
      load.files,
      kilobytes(load.stylesheet),
      kilobytes(load.font),
      kilobytes(load.fetch),
      kilobytes(load.other),
    ]),
    bars: loads.map(({ name, load }) => ({
      what: `${name}: at most ${MOST_KB} KB of script`,
      holds: load.script <= MOST_KB * 1024,
    })),
  };
}

async function loadOf(url: string, path: string, cookie: string | null): Promise<Load> {
  await using browser = await openBrowser(url, cookie);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const requests: { kind: Kind; size: Promise<number> }[] = [];
  page.on("requestfinished", (request) => {
    const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
    requests.push({ kind: kindOf(request.resourceType()), size });
  });
  await page.goto(url + path);
  await page.waitForLoadState("networkidle");
  const load: Record<Kind, number> & { files: number } = {
    script: 0,
    stylesheet: 0,
    font: 0,
    fetch: 0,
    other: 0,
    files: requests.filter(({ kind }) => kind === "script").length,
  };
  for (const { kind, size } of requests) load[kind] += await size;
  return load;
}

function kindOf(type: string): Kind {
  return type === "script" || type === "stylesheet" || type === "font" || type === "fetch"
    ? type
    : "other";
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
