import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { reply } from "../conversations/reply.ts";
import { type Scale } from "./rating.ts";
import { questionOf } from "./question.ts";
import { type SatisfactionSettings, settingsProblem, textsFor } from "./settings.ts";
import { USUAL_SETTINGS, usualTexts } from "./usual.ts";

const TOKEN = "a".repeat(24);

describe("settingsProblem", () => {
  finds("nothing wrong with what is usual", {}, null);
  finds("a wait of more than an hour", { waitMinutes: 61 }, "waitMinutes range");
  finds("half a day of rest", { restDays: 0.5 }, "restDays range");
  finds("no number chosen", { channelIds: [] }, "channelIds empty");
  finds("no text at all", { texts: [] }, "texts count");
  finds("a language twice", { texts: [texts({}), texts({})] }, "language same");
  finds("an empty question", { texts: [texts({ question: " " })] }, "en.question empty");
  finds(
    "a long question",
    { texts: [texts({ question: "x".repeat(1025) })] },
    "en.question too-long",
  );
  finds("answers of another scale", { scale: 5 }, "en.answers count");
  finds("two answers alike", { texts: [texts({ answers: ["A", "A", "B"] })] }, "en.answers same");
  finds(
    "a long button",
    { texts: [texts({ answers: ["x".repeat(21), "B", "C"] })] },
    "en.answers too-long",
  );
  finds(
    "a template with a score that the scale has not",
    { template: { name: "t", language: "en", scores: [4, 1] } },
    "template range",
  );
  finds("empty thanks, which are not sent", { texts: [texts({ thanks: "" })] }, null);

  function finds(name: string, some: Partial<SatisfactionSettings>, problem: string | null) {
    it(`finds ${name}`, () => {
      const found = settingsProblem({ ...USUAL_SETTINGS, ...some });
      assert.equal(found && `${found.field} ${found.why}`, problem);
    });
  }
});

describe("the usual texts", () => {
  for (const language of ["en", "ru", "pt"]) {
    for (const scale of [3, 5] satisfies Scale[]) {
      it(`can be sent in ${language} with ${scale} answers`, () => {
        const usual = usualTexts(language, scale);
        assert.equal(settingsProblem({ ...USUAL_SETTINGS, scale, texts: [usual] }), null);
        const now = new Date("2026-11-22T12:00:00Z");
        const to = { channelStatus: "connected", status: "closed", lastInboundAt: now } as const;
        const sent = reply(now, to, questionOf(usual, scale, TOKEN));
        assert.ok(!("refused" in sent), JSON.stringify(sent));
      });
    }
  }

  it("are chosen by the contact's language, whatever the country, the first for any other", () => {
    assert.equal(textsFor(USUAL_SETTINGS, "ru-RU").language, "ru");
    assert.equal(textsFor(USUAL_SETTINGS, "pt").language, "en");
    assert.equal(textsFor(USUAL_SETTINGS, null).language, "en");
  });
});

function texts(some: Partial<SatisfactionSettings["texts"][number]>) {
  return { ...usualTexts("en", 3), ...some };
}
