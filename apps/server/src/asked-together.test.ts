import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { askedTogether } from "./asked-together.ts";

describe("asking together", () => {
  it("makes one question of what is asked at the same moment, and gives each their answer", async () => {
    const desk = answering();
    const ask = askedTogether(desk.ask);
    const answers = Promise.all(["a", "b", "a", "unknown"].map(ask));
    desk.answerAll(await desk.asked(1));
    assert.deepEqual(await answers, ["A", "B", "A", null]);
    assert.deepEqual(desk.questions, [["a", "b", "unknown"]]);
  });

  it("never answers with what was read before the question", async () => {
    const desk = answering();
    const ask = askedTogether(desk.ask);
    const first = ask("a");
    await desk.asked(1);
    const second = ask("a");
    desk.answerAll(await desk.asked(2));
    await Promise.all([first, second]);
    assert.deepEqual(desk.questions, [["a"], ["a"]]);
  });

  it("has no more questions under way than it may, and no more keys in one", async () => {
    const desk = answering();
    const ask = askedTogether(desk.ask, { atOnce: 2, most: 2 });
    const answers = Promise.all(["a", "b", "c", "d", "e"].map(ask));
    desk.answerAll(await desk.asked(2));
    desk.answerAll(await desk.asked(3));
    assert.deepEqual(await answers, ["A", "B", "C", "D", "E"]);
    assert.deepEqual(desk.questions, [["a", "b"], ["c", "d"], ["e"]]);
    assert.equal(desk.mostUnderWay(), 2);
  });

  it("fails those whose question failed, and nobody after them", async () => {
    let isDown = true;
    const ask = askedTogether<string, string>(async (keys) => {
      if (isDown) throw new Error("the database is away");
      return new Map(keys.map((key) => [key, key.toUpperCase()]));
    });
    const failed = await Promise.allSettled([ask("a"), ask("b")]);
    assert.deepEqual(
      failed.map((it) => it.status),
      ["rejected", "rejected"],
    );
    isDown = false;
    assert.equal(await ask("a"), "A");
  });
});

/** Somebody who answers when told to, and notes what was asked. */
function answering() {
  const questions: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  let underWay = 0;
  let mostUnderWay = 0;
  return {
    questions,
    mostUnderWay: () => mostUnderWay,
    ask(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
      questions.push(keys);
      underWay += 1;
      mostUnderWay = Math.max(mostUnderWay, underWay);
      return new Promise((resolve) => {
        open.push(() => {
          underWay -= 1;
          const known = keys.filter((key) => key.length === 1);
          resolve(new Map(known.map((key) => [key, key.toUpperCase()])));
        });
      });
    },
    /** Waits until so many questions came in all. */
    async asked(count: number): Promise<(() => void)[]> {
      while (questions.length < count) await new Promise((resolve) => setImmediate(resolve));
      return open;
    },
    answerAll(answers: (() => void)[]): void {
      for (const answer of answers.splice(0)) answer();
    },
  };
}
