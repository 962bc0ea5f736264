// How long a member waits for the next conversation, for a letter, and for the list to move.
import type { CDPSession, Page } from "playwright-core";
import type { SignedInGalka } from "../../tests/support/signed-in.ts";
import { milliseconds, percentile, type Table } from "../table.ts";
import { signedMessages } from "../webhook-load.ts";
import { addTools, longestTask, measured } from "./in-page.ts";
import { openBrowser } from "./open-browser.ts";

const SWITCHES = 40;
const LETTERS = 60;
const SCROLLS = 40;
const FAR = 200;
const SWITCH_MS = 100;
const TASK_MS = 200;
/** What a member at least looks at a conversation before the next one. */
const LOOK_MS = 500;

type Look = { readonly name: string; readonly slowdown: number };

const LOOKS: readonly Look[] = [
  { name: "desk", slowdown: 1 },
  { name: "four times slower", slowdown: 4 },
];

export async function switching(galka: SignedInGalka): Promise<Table[]> {
  const tables: Table[] = [];
  for (const look of LOOKS) {
    await using browser = await openBrowser(galka.url, galka.cookie);
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await addTools(page);
    await openFirst(page, galka.url);
    const line = await browser.context.newCDPSession(page);
    await line.send("Emulation.setCPUThrottlingRate", { rate: look.slowdown });
    tables.push(await tableOf(page, galka, look));
    if (look.slowdown === 1) tables.push(await memoryTable(page, line, galka.url));
  }
  return tables;
}

async function openFirst(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/inbox`);
  await page.locator("[data-conversation]").first().click();
  await page.locator("[data-message]").last().waitFor();
}

const OPEN_ROW = "[data-conversation][aria-current]";

type Times = { readonly name: string; readonly times: readonly number[] };

async function tableOf(page: Page, galka: SignedInGalka, { name, slowdown }: Look): Promise<Table> {
  const steps: Times[] = [
    { name: "J, Enter: never seen before", times: await byKeys(page, "j") },
    { name: "K, Enter: seen before", times: await byKeys(page, "k") },
    { name: "click: never seen before", times: await byClicks(page) },
  ];
  const list = await longestTask(page, () => wheel(page, "[data-conversation]"));
  const thread = await longestTask(page, () => wheel(page, "[data-message]"));
  const typed: Times = { name: "a letter", times: await letters(page, galka) };
  const bars = steps.map((step) => ({
    what: `${step.name}: p95 at most ${SWITCH_MS} ms`,
    holds: percentile(step.times, 0.95) <= SWITCH_MS,
  }));
  return {
    title: `switching conversations, ${name}; ${SWITCHES} times each`,
    columns: ["", "p50 ms", "p95 ms", "max ms"],
    rows: [
      ...[...steps, typed].map(({ name: step, times }) => [
        step,
        milliseconds(percentile(times, 0.5)),
        milliseconds(percentile(times, 0.95)),
        milliseconds(Math.max(...times)),
      ]),
      ["longest task while the list is scrolled", "", "", milliseconds(list)],
      ["longest task while the thread is scrolled", "", "", milliseconds(thread)],
    ],
    bars: [
      ...(slowdown === 1 ? bars : []),
      {
        what: `no task of more than ${TASK_MS} ms while scrolling`,
        holds: Math.max(list, thread) <= TASK_MS,
      },
    ],
  };
}

async function byKeys(page: Page, key: "j" | "k"): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < SWITCHES; round++) {
    await page.waitForTimeout(LOOK_MS);
    times.push(await nextBy(page, key));
  }
  return times;
}

/** The key that moves to a row, and as soon as it is there the key that opens it. */
async function nextBy(page: Page, key: "j" | "k"): Promise<number> {
  // Opening has put the focus into the field of the answer.
  await page.locator(OPEN_ROW).focus();
  await page.keyboard.press(key);
  await page.evaluate("bench.onAnotherRow()");
  return measured(page, `bench.switched("keydown")`, () => page.keyboard.press("Enter"));
}

/** Rows further down, each scrolled to and clicked as soon as the pointer is there. */
async function byClicks(page: Page): Promise<number[]> {
  const times: number[] = [];
  await page.locator("[data-conversation]").first().focus();
  await scrollList(page, 60 * SWITCHES);
  for (let round = 0; round < SWITCHES; round++) {
    await page.waitForTimeout(LOOK_MS);
    await scrollList(page, 56);
    const { x, y } = await page.evaluate<{ x: number; y: number }>(`{
      const rows = [...document.querySelectorAll("[data-conversation]")];
      const box = rows[Math.floor(rows.length / 2)].getBoundingClientRect();
      ({ x: box.left + 120, y: box.top + 28 });
    }`);
    times.push(await measured(page, `bench.switched("pointerdown")`, () => page.mouse.click(x, y)));
  }
  return times;
}

async function scrollList(page: Page, pixels: number): Promise<void> {
  await page.evaluate(`{
    const row = document.querySelector("[data-conversation]");
    row.closest("ul").parentElement.scrollBy(0, ${pixels});
  }`);
  await page.waitForTimeout(60);
}

/** Typed into an answer, which is only written while the contact's window is open. */
async function letters(page: Page, galka: SignedInGalka): Promise<number[]> {
  await somebodyWrites(galka);
  await page.goto(`${galka.url}/inbox`);
  await page.locator("[data-conversation]", { hasText: "is the order on its way" }).first().click();
  const field = page.locator("textarea").first();
  await field.focus();
  const times: number[] = [];
  for (let round = 0; round < LETTERS; round++) {
    const typed = round + 1;
    times.push(
      await measured(
        page,
        `bench.until("keydown", () => document.querySelector("textarea").value.length >= ${typed})`,
        () => page.keyboard.press("a"),
      ),
    );
  }
  await field.fill("");
  return times;
}

async function somebodyWrites({ number, webhookUrl }: SignedInGalka): Promise<void> {
  for (const { body, signature } of signedMessages(1, number, String(Date.now()))) {
    const headers = { "content-type": "application/json", "x-hub-signature-256": signature };
    const { ok, status } = await fetch(webhookUrl, { method: "POST", headers, body });
    if (!ok) throw new Error(`The webhook was answered with ${status}.`);
  }
}

/** Turns the wheel as fast as frames come. */
async function wheel(page: Page, over: string): Promise<void> {
  await page.locator(over).nth(2).hover();
  for (let round = 0; round < SCROLLS; round++)
    await page.mouse.wheel(0, over === "[data-message]" ? -400 : 400);
  await page.waitForTimeout(1000);
}

async function memoryTable(page: Page, line: CDPSession, url: string): Promise<Table> {
  const rows: (string | number)[][] = [];
  const heaps: number[] = [];
  await openFirst(page, url);
  for (const [half, far] of [0, FAR / 2, FAR].entries()) {
    const rounds = half === 0 ? 0 : FAR / 2;
    for (let round = 0; round < rounds; round++) {
      // Nobody goes through a list faster, and whoever tries is soon told that it is too much.
      await page.waitForTimeout(LOOK_MS);
      await nextBy(page, "j");
    }
    const { heapMiB, nodes } = await memoryOf(line);
    heaps.push(heapMiB);
    rows.push([`after ${far} conversations`, heapMiB.toFixed(1), nodes]);
  }
  const [, half = 0, whole = 0] = heaps;
  return {
    title: "memory of the page",
    columns: ["", "heap MiB", "nodes"],
    rows,
    bars: [{ what: "the second hundred adds at most 5 MiB", holds: whole - half <= 5 }],
  };
}

async function memoryOf(line: CDPSession): Promise<{ heapMiB: number; nodes: number }> {
  await line.send("HeapProfiler.collectGarbage");
  const { usedSize } = await line.send("Runtime.getHeapUsage");
  const { nodes } = await line.send("Memory.getDOMCounters");
  return { heapMiB: usedSize / 1024 / 1024, nodes };
}
