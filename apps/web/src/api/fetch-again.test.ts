import assert from "node:assert/strict";
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, it } from "vitest";
import { fetchAgain } from "./fetch-again.ts";

describe("fetchAgain", () => {
  it("asks anew for what was on its way for the first time", async () => {
    const { client, answers, shown } = watched();
    const again = fetchAgain(client, ["consent"]);
    answers[0]?.("before");
    await again;
    await settled();
    answers[1]?.("after");
    await settled();
    assert.equal(shown(), "after");
  });

  it("asks once for what is here already", async () => {
    const { client, answers, shown } = watched();
    answers[0]?.("before");
    await settled();
    const again = fetchAgain(client, ["consent"]);
    await settled();
    answers[1]?.("after");
    await again;
    await settled();
    assert.equal(shown(), "after");
    assert.equal(answers.length, 2);
  });

  it("leaves what has another name alone", async () => {
    const { client, answers } = watched();
    answers[0]?.("before");
    await settled();
    await fetchAgain(client, ["campaigns"]);
    assert.equal(answers.length, 1);
  });

  it("reaches everything when no name is given", async () => {
    const { client, answers } = watched();
    answers[0]?.("before");
    await settled();
    void fetchAgain(client);
    await settled();
    assert.equal(answers.length, 2);
  });
});

/** A query that somebody looks at, each of whose answers is given by hand. */
function watched() {
  const client = new QueryClient();
  const answers: ((text: string) => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey: ["consent", "c1"],
    queryFn: () => new Promise<string>((resolve) => answers.push(resolve)),
  });
  observer.subscribe(() => {});
  return { client, answers, shown: () => observer.getCurrentResult().data };
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5));
}
