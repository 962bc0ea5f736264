// How quick the built page is in a browser, with a large workspace behind it.
import { signedInGalka } from "../../tests/support/signed-in.ts";
import { largeData } from "../inbox/large-data.ts";
import type { Options } from "../run.ts";
import type { Table } from "../table.ts";
import { firstLoad } from "./first-load.ts";
import { judge, type Preset, type Verdict } from "./lighthouse.ts";
import { switching } from "./switching.ts";

const PAGES = ["/sign-in", "/inbox", "/settings/profile", "/statistics"] as const;
const BARS = { performance: 95, accessibility: 100 };

export async function run({ size, data }: Options): Promise<Table[]> {
  // A demo's phone is a page of its own within the page, which no installation has.
  const environment = { GALKA_DEMO: "off" };
  await using galka = await signedInGalka({ data: await largeData(data, size), environment });
  const tables: Table[] = [await firstLoad(galka), ...(await switching(galka))];
  for (const preset of ["desktop", "mobile"] as const) {
    const verdicts: [string, Verdict][] = [];
    for (const path of PAGES) {
      const cookie = path === "/sign-in" ? null : galka.cookie;
      verdicts.push([path, await judge(data, galka.url + path, { cookie, preset })]);
    }
    tables.push(verdictTable(preset, verdicts));
  }
  return tables;
}

function verdictTable(preset: Preset, verdicts: readonly (readonly [string, Verdict])[]): Table {
  return {
    title: `Lighthouse, ${preset}`,
    columns: ["", "performance", "accessibility", "FCP ms", "LCP ms", "TBT ms", "CLS"],
    rows: verdicts.map(([path, it]) => [
      path,
      it.performance,
      it.accessibility,
      Math.round(it.fcpMs),
      Math.round(it.lcpMs),
      Math.round(it.tbtMs),
      it.cls.toFixed(3),
    ]),
    bars: verdicts.flatMap(([path, it]) => [
      ...(preset === "desktop"
        ? [
            {
              what: `${path}: performance at least ${BARS.performance}`,
              holds: it.performance >= BARS.performance,
            },
          ]
        : []),
      {
        what: [`${path}: accessibility ${BARS.accessibility}`, ...it.failed].join(", "),
        holds: it.accessibility >= BARS.accessibility,
      },
    ]),
  };
}
