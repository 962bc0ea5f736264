import { STOP_WORDS } from "./stop-words.ts";
import { wordKey } from "./read-stop-word.ts";

/** Whether somebody who stops marketing by a word is told that it was heard, and in which words. */
export type StopConfirmation = {
  readonly isOn: boolean;
  /** The workspace's own words, by language; of every other language those that Galka knows. */
  readonly texts: Readonly<Record<string, string>>;
};

/** The languages in which stopping is understood, each with what is answered. */
export const STOP_ANSWERS: Readonly<Record<string, string>> = {
  en: "You will get no more offers from us. To get them again, send START.",
  ru: "Вы больше не будете получать от нас рекламу. Чтобы получать её снова, напишите СТАРТ.",
  uk: "Ви більше не отримуватимете від нас реклами. Щоб отримувати її знову, напишіть СТАРТ.",
  kk: "Сізге бұдан былай жарнама жібермейміз. Қайта алғыңыз келсе, СТАРТ деп жазыңыз.",
  es: "Ya no recibirá más ofertas nuestras. Para volver a recibirlas, envíe ALTA.",
  pt: "Você não receberá mais ofertas nossas. Para voltar a recebê-las, envie VOLTAR.",
  de: "Sie erhalten keine Angebote mehr von uns. Um sie wieder zu bekommen, senden Sie ANMELDEN.",
  fr: "Vous ne recevrez plus nos offres. Pour les recevoir à nouveau, envoyez REPRENDRE.",
  it: "Non riceverà più le nostre offerte. Per riceverle di nuovo, scriva RIPRENDI.",
  tr: "Size artık kampanya mesajı göndermeyeceğiz. Yeniden almak için BAŞLAT yazın.",
  ar: "لن تصلك عروضنا بعد الآن. لتلقيها من جديد أرسل: ابدأ",
  id: "Anda tidak akan menerima penawaran kami lagi. Untuk menerimanya lagi, kirim MULAI.",
};

const USUAL_LANGUAGE = "en";

/**
 * The language of a word that stops. Some words are of several languages: the
 * contact's own decides then, if it is among them; a workspace's own word has
 * the contact's language, or English.
 */
export function languageOfStop(text: string, contactLanguage: string | null): string {
  const said = wordKey(text);
  const spoken = contactLanguage?.slice(0, 2).toLowerCase() ?? USUAL_LANGUAGE;
  const of = STOP_WORDS.filter(({ stop, stopAfterMarketing }) =>
    [...stop, ...stopAfterMarketing].some((word) => wordKey(word) === said),
  ).map(({ language }) => language);
  if (of.includes(spoken)) return spoken;
  return of[0] ?? (spoken in STOP_ANSWERS ? spoken : USUAL_LANGUAGE);
}

export function stopAnswer({ texts }: StopConfirmation, language: string): string {
  const own = texts[language]?.trim() ?? "";
  return own === "" ? (STOP_ANSWERS[language] ?? STOP_ANSWERS[USUAL_LANGUAGE] ?? "") : own;
}
