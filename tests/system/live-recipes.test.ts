import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import type { MessageJson } from "@galka/contract/json/message";
import { OPINIONS } from "@galka/server/demo/worlds/live-recipes";
import { isByChance } from "../support/chance.ts";
import { livedWorld, wholeStory } from "../support/lived-world.ts";
import type { World } from "../support/world.ts";

const PEOPLE = 60;
const WAITING = 6;

/** The chance that somebody who taps is satisfied: where the world's people have their opinions from. */
const SATISFIED =
  OPINIONS["😊 Good"] / Object.values(OPINIONS).reduce((sum, weight) => sum + weight, 0);

describe("a food brand's live recipes", () => {
  let world: World;

  before(async () => {
    world = await livedWorld("live-recipes", { people: PEOPLE, days: 1 });
  });
  after(() => world[Symbol.asyncDispose]());

  it("are joined through the form of the site, with a record of it for everybody", async () => {
    const { data } = await world.emulator.populations();
    assert.equal(data[0]?.size, PEOPLE);
    const { days } = await world.api("getStatistics", { query: wholeStory(world) });
    const incoming = days.reduce((sum, day) => sum + day.incoming, 0);
    assert.ok(incoming >= PEOPLE, `${incoming} messages of ${PEOPLE} people`);
    const { conversation } = await anybody();
    const { records } = await world.api("getConsent", {
      params: { id: conversation.contact.id },
    });
    assert.deepEqual(
      records.map(({ way, purpose, decision }) => [way, purpose, decision]),
      [["site-form", "service", "granted"]],
    );
  });

  it("are a photo, a cook's picture and video, three buttons and thanks, in this order", async () => {
    const { conversation, messages } = await anybody();
    assert.deepEqual(messages.slice(0, 3).map(outline), ["in image", "out image", "out video"]);
    const [photo, picture] = messages;
    assert.equal(photo?.files[0]?.state, "stored");
    const { items: members } = await world.api("listMembers", {});
    const cook = members.find(({ id }) => id === picture?.authorMemberId);
    assert.equal(cook?.role, "member");
    assert.equal(conversation.assigneeId, cook?.id);
    assert.equal(conversation.status, "closed");
    const rest = messages.map(outline);
    const asked = rest.indexOf("out buttons");
    assert.ok(asked > 2);
    assert.ok(rest.indexOf("in rating") > asked);
  });

  it("satisfy as many as the people's opinions say, by Galka's own count", async () => {
    const { total, parts } = await world.api("getSatisfaction", { query: wholeStory(world) });
    // Whoever came last is being served still.
    assert.ok(total.closed > 0.8 * PEOPLE, `${total.closed} closed`);
    assert.ok(total.answered > PEOPLE / 3, `${total.answered} answered`);
    assert.ok(
      isByChance(total.satisfied, total.answered, SATISFIED),
      `${total.satisfied} of ${total.answered} are satisfied, and ${SATISFIED} was the chance`,
    );
    const { data } = await world.emulator.populations();
    assert.equal(data[0]?.counts.tapped, total.answered);
    const cooks = parts.filter(({ part }) => part === "member");
    assert.equal(cooks.length, 5);
    assert.equal(
      cooks.reduce((sum, it) => sum + it.satisfied, 0),
      total.satisfied,
    );
  });

  it("leave somebody waiting to be answered by whoever opens the world", async () => {
    const { items } = await world.api("listConversations", { query: { limit: 100 } });
    const waiting = items.filter(({ waitingSince }) => waitingSince !== null);
    assert.ok(waiting.length >= WAITING);
    // Whoever wrote last may be somebody who was served and has said a word more.
    assert.ok(waiting.some(({ lastMessage }) => lastMessage?.content.kind === "image"));
  });

  /** Somebody who was answered and has rated it. */
  async function anybody() {
    const { items } = await world.api("listSatisfactionAnswers", {
      query: { ...wholeStory(world), limit: 1 },
    });
    const id = items[0]?.conversationId ?? "";
    const { conversation } = await world.api("getConversation", { params: { id } });
    const thread = await world.api("listMessages", { params: { id }, query: { limit: 50 } });
    return { conversation, messages: thread.items.toReversed() };
  }
});

function outline({ direction, content }: MessageJson): string {
  return `${direction} ${content.kind}`;
}
