// What the measurements run inside the page, as text: there is no `document` among the types of a bench.
import type { Page } from "playwright-core";

/** Put into every page before its own code. */
const TOOLS = `
  globalThis.bench = {
    longTasks: [],
    log: () => document.querySelector('[role="log"]'),
    /** From the next event of a kind until a frame that holds what it brings has been painted, in milliseconds. */
    until(kind, isThere) {
      return new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error("Waited in vain for " + kind)), 15_000);
        addEventListener(kind, ({ timeStamp }) => {
          const look = () =>
            isThere() ? setTimeout(() => resolve(performance.now() - timeStamp)) : requestAnimationFrame(look);
          requestAnimationFrame(look);
        }, { capture: true, once: true });
      });
    },
    /** When the focus is on a row other than the open one: it moves there with the next frame. */
    onAnotherRow() {
      const look = (resolve) => {
        const id = document.activeElement?.getAttribute("data-conversation");
        id && !location.pathname.endsWith(id) ? resolve() : requestAnimationFrame(() => look(resolve));
      };
      return new Promise(look);
    },
    /** The same for a conversation that is not the one on the screen. */
    switched(kind) {
      const before = this.log();
      return this.until(kind, () => this.log() !== before && this.log()?.querySelector("[data-message]"));
    },
  };
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) bench.longTasks.push({ startTime, duration });
  }).observe({ type: "longtask", buffered: true });
`;

export function addTools(page: Page): Promise<unknown> {
  return page.addInitScript(TOOLS);
}

/** Runs what causes something, and answers what the page measured of it. */
export async function measured(
  page: Page,
  expression: string,
  cause: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate(`bench.answer = ${expression}; null`);
  await cause();
  return page.evaluate<number>("bench.answer");
}

/** The longest time that the page was busy in one piece while something went on; 0 when never for 50 ms. */
export async function longestTask(page: Page, during: () => Promise<unknown>): Promise<number> {
  await page.evaluate("{ bench.longTasks.length = 0; }");
  await during();
  // The observer is told a moment later.
  await page.waitForTimeout(300);
  return page.evaluate<number>("Math.max(0, ...bench.longTasks.map(({ duration }) => duration))");
}
