import { CONSENT_PURPOSES, type ConsentPurpose } from "./consent.ts";
import { wordKey } from "./words/read-stop-word.ts";

/** What a table's cells may name: the workspace's own words and numbers. */
export type KnownToTable = {
  /** The newest version of a text before the older ones. */
  readonly wordings: readonly {
    readonly id: string;
    readonly name: string;
    readonly language: string;
    readonly version: number;
    readonly text: string;
  }[];
  readonly channels: readonly {
    readonly id: string;
    readonly name: string;
    readonly displayPhone: string;
  }[];
};

const NAMES_OF = {
  marketing:
    "marketing,offers,offer,promo,promotions,news,newsletter,ads,advertising,реклама,рассылка," +
    "рассылки,акции,маркетинг,предложения,новости,publicidad,ofertas,promociones,werbung",
  utility: "utility,notices,notifications,orders,order,уведомления,заказы,avisos,pedidos",
  service: "service,support,answers,сервис,обслуживание,поддержка,ответы,soporte,servicio",
  calls: "calls,call,phone calls,звонки,звонок,llamadas,ligações,anrufe",
} as const satisfies Record<ConsentPurpose, string>;

const PURPOSE_OF = new Map<string, ConsentPurpose>(
  CONSENT_PURPOSES.flatMap((purpose) =>
    NAMES_OF[purpose].split(",").map((name) => [wordKey(name), purpose] as const),
  ),
);

/** For what somebody agreed, one or several; null when one of it is not understood. */
export function purposesIn(cell: string): readonly ConsentPurpose[] | null {
  const named = cell.split(/[,;/|+&\n]/u).filter((it) => it.trim() !== "");
  const purposes = named.map((name) => PURPOSE_OF.get(wordKey(name)));
  const known = purposes.filter((it) => it !== undefined);
  return known.length < named.length || known.length === 0 ? null : [...new Set(known)];
}

export type AgreedWords = { readonly id: string | null; readonly text: string };

/** Shorter than this it is a name, not what somebody was asked. */
const LEAST_WORDS = 3;

/**
 * The words that somebody agreed to: a text of the workspace by its name, with
 * its language and version where there are several, or else the cell itself.
 * Null for a name that nobody knows, and for one of several languages.
 */
export function wordsIn(cell: string, wordings: KnownToTable["wordings"]): AgreedWords | null {
  const key = wordKey(cell);
  const exact = wordings.find(
    ({ name, language, version, text }) =>
      text.trim() === cell.trim() || wordKey(`${name} ${language} ${version}`) === key,
  );
  if (exact) return { id: exact.id, text: exact.text };
  const named = wordings.filter(
    ({ name, language }) => wordKey(name) === key || wordKey(`${name} ${language}`) === key,
  );
  const [newest] = named;
  if (newest) {
    const isOne = named.every(({ language }) => language === newest.language);
    return isOne ? { id: newest.id, text: newest.text } : null;
  }
  return key.split(" ").length < LEAST_WORDS ? null : { id: null, text: cell.trim() };
}

const EVERY_CHANNEL = new Set(["all", "any", "every", "все", "любой", "todos"]);

/** Which number it holds for, by its name or its digits; undefined when there is no such number. */
export function channelIn(
  cell: string,
  channels: KnownToTable["channels"],
): string | null | undefined {
  const key = wordKey(cell);
  if (EVERY_CHANNEL.has(key) || cell.trim() === "*") return null;
  const digits = cell.replace(/\D/gu, "");
  const isPhone = digits.length > 6 && !/\p{L}/u.test(cell);
  const found = channels.filter(({ name, displayPhone }) =>
    isPhone ? displayPhone.replace(/\D/gu, "") === digits : wordKey(name) === key,
  );
  return found.length === 1 ? found[0]?.id : undefined;
}
