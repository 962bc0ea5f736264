import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { USUAL_CONSENT } from "../settings.ts";
import { readStopWord } from "./read-stop-word.ts";
import { languageOfStop, STOP_ANSWERS, stopAnswer } from "./stop-confirmation.ts";
import { STOP_WORDS } from "./stop-words.ts";

describe("languageOfStop", () => {
  is("ru", "Стоп!", null);
  is("uk", "стоп", "uk");
  is("en", "Unsubscribe", "ru");
  is("de", "abmelden", null);
  is("es", "Genug jetzt", "es_MX");
  is("en", "Genug jetzt", "xx");

  function is(language: string, text: string, contactLanguage: string | null) {
    it(`is ${language} for "${text}" of a contact who speaks ${contactLanguage ?? "nobody knows what"}`, () => {
      assert.equal(languageOfStop(text, contactLanguage), language);
    });
  }
});

describe("stopAnswer", () => {
  it("is there in every language in which stopping is understood, and names a word that starts again", () => {
    assert.deepEqual(
      Object.keys(STOP_ANSWERS),
      STOP_WORDS.map(({ language }) => language),
    );
    for (const text of Object.values(STOP_ANSWERS)) {
      const last = text.replace(/\.$/u, "").split(" ").at(-1) ?? "";
      const word = text.includes("СТАРТ") ? "СТАРТ" : text.includes("BAŞLAT") ? "BAŞLAT" : last;
      assert.equal(readStopWord(word, USUAL_CONSENT), "start", text);
    }
  });

  it("is in the workspace's own words where it has some", () => {
    const texts = { en: "Done. START brings them back.", ru: " " };
    assert.equal(stopAnswer({ isOn: true, texts }, "en"), texts.en);
    assert.equal(stopAnswer({ isOn: true, texts }, "ru"), STOP_ANSWERS["ru"]);
  });
});
