import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { axeFindings, complaintsOf, startBrowser, viewOf } from "../support/browser.ts";
import { foldPhone, letIn } from "../support/desk.ts";
import {
  addBlockedPerson,
  type Place,
  placesOfDesk,
  placesOfPhones,
  placeToSignIn,
} from "../support/places.ts";
import { type SignedInGalka, signedInGalka } from "../support/signed-in.ts";
import { type Locale, untranslatedIn, wordsOf } from "../support/words.ts";

const THEMES = ["light", "dark"] as const;
const COLORS = ["color-contrast", "link-in-text-block"];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
] as const;

describe("every page", () => {
  let galka: SignedInGalka;
  let browser: Browser & AsyncDisposable;
  let places: readonly Place[];

  before(async () => {
    galka = await signedInGalka();
    browser = await startBrowser();
    await addBlockedPerson(galka);
    places = [...(await placesOfDesk(galka)), ...(await placesOfPhones(galka))];
  });
  after(async () => {
    await browser[Symbol.asyncDispose]();
    await galka[Symbol.asyncDispose]();
  });

  it("is found faultless by axe in both themes, on a desk and in a hand", async () => {
    const found = await lookAt("en", places, async (page, name) =>
      inEveryView(page, async (view) => [
        ...labelled(`${name}, ${view.words}`, await axeFindings(page, view.rules)),
        ...labelled(`${name}, ${view.words}`, await untidyOn(page, name)),
      ]),
    );
    assert.deepEqual(found, []);
  });

  it("speaks Russian without a gap and without bursting", async () => {
    const found = await lookAt("ru", places, async (page, name) => {
      const wide = labelled(name, await untidyOn(page, name));
      await page.setViewportSize(SIZES[1]);
      return [...wide, ...labelled(`${name}, 360`, await untidyOn(page, name))];
    });
    assert.deepEqual(found, []);
  });

  it("is so before anyone has signed in, too", async () => {
    for (const locale of ["en", "ru"] as const) {
      await using context = await opened(locale);
      await context.clearCookies();
      const page = await context.newPage();
      const place = placeToSignIn(galka.url);
      await place.show(page, wordsOf(place.app, locale), locale);
      const found = await inEveryView(page, async (view) => [
        ...labelled(view.words, await axeFindings(page, view.rules)),
        ...labelled(view.words, await untidyOn(page, place.name)),
      ]);
      assert.deepEqual(found, []);
    }
  });

  it("has the docked phone within reach of axe, from without and from within", async () => {
    await using context = await opened("en");
    const page = await context.newPage();
    await page.goto(`${galka.url}/inbox`);
    await page.getByRole("button", { name: "Show a contact's phone" }).click();
    const phone = page.frameLocator("iframe");
    await phone.getByRole("heading", { name: "Chats" }).waitFor();
    assert.deepEqual(await axeFindings(page), []);
  });

  /** Goes from place to place with one session, and gathers what `look` and the console have to say. */
  async function lookAt(
    locale: Locale,
    at: readonly Place[],
    look: (page: Page, name: string) => Promise<string[]>,
  ): Promise<string[]> {
    await using context = await opened(locale);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const found: string[] = [];
    for (const { name, app, show } of at) {
      await page.setViewportSize(SIZES[0]);
      await show(page, wordsOf(app, locale), locale).catch((cause: unknown) => {
        throw new Error(`${name} cannot be looked at in ${locale}`, { cause });
      });
      found.push(...(await look(page, name)));
      found.push(...labelled(`${name}, console`, complaints.splice(0)));
    }
    return found;
  }

  async function opened(locale: Locale): Promise<BrowserContext> {
    const context = await browser.newContext(viewOf({ locale }));
    await foldPhone(context);
    await letIn(context, galka);
    return context;
  }

  async function untidyOn(page: Page, name: string): Promise<string[]> {
    const overflow = await overflowOf(page);
    const text = await page.evaluate<string>(`[
      // What is shown as code is meant to be read as it is: variables that the member can type.
      [...document.querySelectorAll("code")].reduce(
        (rest, { innerText }) => rest.replaceAll(innerText || "\\0", ""), document.body.innerText),
      ...[...document.querySelectorAll("[aria-label],[placeholder],[title]")].flatMap((it) =>
        ["aria-label", "placeholder", "title"].map((at) => it.getAttribute(at) ?? "")),
    ].join("\\n")`);
    const app = places.find((place) => place.name === name)?.app ?? "web";
    return [
      ...(overflow > 0 ? [`is ${overflow} px wider than the screen`] : []),
      ...(await cutFieldsOn(page)),
      ...untranslatedIn(app, text).map((key) => `shows ${key}`),
    ];
  }
});

/** By how much a page that has settled is wider than the screen: it may still be taking its narrow form. */
async function overflowOf(page: Page): Promise<number> {
  const deadline = performance.now() + 2000;
  for (;;) {
    const overflow = await page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    if (overflow <= 0 || performance.now() > deadline) return overflow;
  }
}

/** Fields that reach beyond the edge of the screen: a dialog that is scrolled is not wider itself. */
function cutFieldsOn(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll("dialog[open] input, [role=dialog] input")]
      .filter((it) => it.checkVisibility() && it.getBoundingClientRect().right > innerWidth)
      .map((it) => "cuts the field " + (it.getAttribute("aria-label") ?? it.name))
  `);
}

type PageView = { readonly words: string; readonly rules?: readonly string[] };

/** The same page in both themes at both sizes; nothing is fetched again. */
async function inEveryView(
  page: Page,
  look: (view: PageView) => Promise<string[]>,
): Promise<string[]> {
  const found: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
      const words = `${size.width} ${colorScheme}`;
      // The other theme is the same page in other colours.
      found.push(...(await look(colorScheme === "light" ? { words } : { words, rules: COLORS })));
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

function labelled(where: string, found: readonly string[]): string[] {
  return found.map((it) => `${where}: ${it}`);
}
