import { APP_MARK, plainWords } from "../characters.ts";
import type { Language } from "../entry.ts";
import { plainContent, type Special } from "./special-content.ts";

type CallWords = {
  readonly language: Language;
  readonly missed: RegExp;
  readonly call: RegExp;
};

/** "Missed voice call" stands alone. "Voice call" is the app's only with a duration or its mark. */
const CALLS: readonly CallWords[] = [
  {
    language: "en",
    missed: /^(?:missed|silenced|declined) (?:group )?(?:voice|video) call\b/iu,
    call: /^(?:group )?(?:voice|video) call\b/iu,
  },
  {
    language: "ru",
    missed:
      /^пропущенный (?:групповой )?(?:аудиозвонок|видеозвонок|(?:голосовой |видео)?(?:звонок|вызов))/iu,
    call: /^(?:групповой )?(?:аудиозвонок|видеозвонок)/iu,
  },
  {
    language: "de",
    missed: /^verpasster (?:gruppen-?)?(?:sprach|video)anruf/iu,
    call: /^(?:gruppen-?)?(?:sprach|video)anruf/iu,
  },
  {
    language: "pt",
    missed: /^(?:chamada|ligação) (?:em grupo )?de (?:voz|vídeo) (?:em grupo )?perdida/iu,
    call: /^(?:chamada|ligação) (?:em grupo )?de (?:voz|vídeo)/iu,
  },
  {
    language: "es",
    missed: /^(?:llamada|videollamada) (?:grupal )?(?:de (?:voz|v[ií]deo) )?(?:grupal )?perdida/iu,
    call: /^(?:llamada (?:grupal )?de (?:voz|v[ií]deo)|videollamada)/iu,
  },
];

const CALL_LENGTH = 100;
/** "…, 12 min", "…, 0:45", "…. 3 Min." */
const DURATION = /^[^\d]{1,40}[,.] ?\d{1,3}[ \d:]/u;
const NOTHING_MORE = /^(?:[.,• ].{0,60})?$/u;

/** The call that the app entered under a person's name, or null. */
export function callIn(text: string): Special | null {
  if (text.length > CALL_LENGTH) return null;
  const words = plainWords(text);
  const certain = text.startsWith(APP_MARK) || DURATION.test(words);
  for (const { language, missed, call } of CALLS) {
    const found = missed.exec(words) ?? (certain ? call.exec(words) : null);
    if (found !== null && (certain || NOTHING_MORE.test(words.slice(found[0].length)))) {
      return { content: { ...plainContent(words), kind: "call" }, language };
    }
  }
  return null;
}
