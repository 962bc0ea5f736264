import type { TemplateCode } from "./parts.ts";

/**
 * What Meta has written for codes. English is as Meta publishes it; Russian is
 * to the same effect, for a preview: what is sent is always Meta's own text.
 *
 * Meta: docs/…/templates/authentication-templates#preset-text, read 2026-11.
 */
const TEXTS = {
  en: {
    text: "*{{1}}* is your verification code.",
    advice: "For your security, do not share this code.",
    expiry: "This code expires in {n} minutes.",
  },
  ru: {
    text: "*{{1}}* — ваш код подтверждения.",
    advice: "Не сообщайте его никому.",
    expiry: "Срок действия кода: {n} мин.",
  },
} as const;

function textsIn(language: string) {
  return language === "ru" ? TEXTS.ru : TEXTS.en;
}

/** The text of a template with a code. A language whose words are not known here speaks English. */
export function codeText(language: string, { advises }: Pick<TemplateCode, "advises">): string {
  const { text, advice } = textsIn(language);
  return advises ? `${text} ${advice}` : text;
}

export function codeFooter(
  language: string,
  { expiresMinutes }: Pick<TemplateCode, "expiresMinutes">,
): string | null {
  if (expiresMinutes === null) return null;
  return textsIn(language).expiry.replace("{n}", String(expiresMinutes));
}
