import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readStopWord } from "./read-stop-word.ts";
import { STOP_WORDS } from "./stop-words.ts";

const NONE = { stopWords: [], startWords: [] };

describe("readStopWord", () => {
  says("stop", [
    "STOP",
    "stop",
    " Stop. ",
    "Stop!!!",
    "🛑 STOP 🛑",
    "S T O P".replaceAll(" ", ""),
    "«Стоп»",
    "СТОП!",
    "Отпишите меня, пожалуйста".slice(0, 13),
    "Не пишите мне больше.",
    "Відпишіть мене",
    "Тоқта",
    "DAR DE BAJA",
    "Arrêt",
    "arret",
    "ARRÊTEZ !",
    "Ne m’écrivez plus",
    "Stopp",
    "Durdur",
    "ABONELİKTEN ÇIK",
    "abonelikten çık",
    "إلغاء الاشتراك",
    "الغاء الاشتراك",
    "Berhenti",
    "Don't message me",
    "dont message me",
    "opt-out",
  ]);
  says("maybe-stop", [
    "cancel",
    "Отмена",
    "Хватит",
    "Baja",
    "sair",
    "İPTAL",
    "Iptal",
    "ret",
    "توقف",
    "إلغاء",
    "basta",
    "Fin.",
  ]);
  says("start", [
    "START",
    "Unstop",
    "старт",
    "Подписаться",
    "підписатися",
    "Başlat",
    "ابدأ",
    "mulai",
  ]);
  says(null, [
    "",
    "!!!",
    "🛑",
    "Can I stop by tomorrow?",
    "stop by",
    "Не стоп, а пауза",
    "Где остановка?",
    "Please cancel my order 1042",
    "Отмените заказ",
    "the bus stop",
    "nonstop",
    "start at 9?",
    "Bitte nicht stoppen",
    "стоп-кран",
    "Quiero cancelar mi pedido",
    "end of the street",
    "да",
    "ok",
    "no",
    "нет",
    "help",
    "stop ".repeat(40),
  ]);

  it("knows the words of twelve languages, each in its own way", () => {
    assert.equal(new Set(STOP_WORDS.map(({ language }) => language)).size, 12);
    for (const { language, stop, stopAfterMarketing, start } of STOP_WORDS) {
      for (const word of stop)
        assert.equal(readStopWord(word, NONE), "stop", `${language}: ${word}`);
      for (const word of start)
        assert.equal(readStopWord(word, NONE), "start", `${language}: ${word}`);
      for (const word of stopAfterMarketing) {
        assert.equal(readStopWord(word, NONE), "maybe-stop", `${language}: ${word}`);
      }
    }
  });

  it("knows a word however it is written", () => {
    for (const { stop } of STOP_WORDS) {
      for (const word of stop) {
        for (const written of [
          word.toUpperCase(),
          `  ${word}  `,
          `${word}!`,
          `"${word}"`,
          `👎 ${word}`,
        ]) {
          assert.equal(readStopWord(written, NONE), "stop", written);
        }
      }
    }
  });

  it("takes a workspace's own words first", () => {
    const own = { stopWords: ["Genug Kaffee"], startWords: ["cancel"] };
    assert.equal(readStopWord("genug kaffee!", own), "stop");
    assert.equal(readStopWord("Cancel", own), "start");
    assert.equal(readStopWord("genug", own), null);
  });

  function says(expected: ReturnType<typeof readStopWord>, written: readonly string[]) {
    for (const text of written) {
      it(`reads ${JSON.stringify(text.slice(0, 40))} as ${expected ?? "nothing"}`, () => {
        assert.equal(readStopWord(text, NONE), expected);
      });
    }
  }
});
