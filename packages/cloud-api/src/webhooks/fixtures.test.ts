import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { isObject } from "../reader.ts";
import type { WebhookEvent } from "./events.ts";
import { parseWebhook } from "./parse.ts";

const FOLDER = new URL("../../../../tests/fixtures/meta/", import.meta.url);
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json"));

describe("the payloads of tests/fixtures/meta", () => {
  for (const file of files) {
    it(`${file} is read as the events it names`, () => {
      const fixture: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
      assert.ok(isObject(fixture));
      assert.deepEqual(parseWebhook(fixture["body"]).map(summary), fixture["events"]);
    });
  }

  it("are more than a hundred situations", () => {
    assert.ok(files.length > 100, `${files.length}`);
  });
});

/** The kind of an event, with what tells events of that kind apart. */
function summary(event: WebhookEvent): string {
  if (event.kind === "message" || event.kind === "echo") {
    return `${event.kind}/${event.content.type}`;
  }
  if (event.kind === "status") return `${event.kind}/${event.status}`;
  if (event.kind === "history-message") return `${event.kind}/${event.direction}`;
  if (event.kind === "unknown") return `${event.kind}/${event.reason}`;
  return event.kind;
}
