/** What Meta has written for codes in one language. */
type Words = {
  readonly body: string;
  readonly advice: string;
  /** `{n}` is the number of minutes. */
  readonly expiry: string;
  readonly copy: string;
  readonly autofill: string;
};

const ENGLISH: Words = {
  body: "*{{1}}* is your verification code.",
  advice: "For your security, do not share this code.",
  expiry: "This code expires in {n} minutes.",
  copy: "Copy code",
  autofill: "Autofill",
};

/**
 * The fixed texts of authentication templates.
 *
 * Meta publishes the English ones; those of other languages are the emulator's
 * own words to the same effect. A language without any speaks English.
 * Meta: docs/…/templates/authentication-templates#preset-text, read 2026-11.
 */
const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  es: {
    body: "*{{1}}* es tu código de verificación.",
    advice: "Por tu seguridad, no lo compartas con nadie.",
    expiry: "Este código caduca en {n} minutos.",
    copy: "Copiar código",
    autofill: "Autocompletar",
  },
  pt: {
    body: "*{{1}}* é o seu código de verificação.",
    advice: "Para sua segurança, não o compartilhe.",
    expiry: "Este código expira em {n} minutos.",
    copy: "Copiar código",
    autofill: "Preencher automaticamente",
  },
  ru: {
    body: "*{{1}}* — ваш код подтверждения.",
    advice: "В целях безопасности никому его не сообщайте.",
    expiry: "Код действует {n} мин.",
    copy: "Скопировать код",
    autofill: "Автозаполнение",
  },
  de: {
    body: "*{{1}}* ist dein Bestätigungscode.",
    advice: "Gib ihn zu deiner Sicherheit nicht weiter.",
    expiry: "Der Code läuft in {n} Minuten ab.",
    copy: "Code kopieren",
    autofill: "Automatisch ausfüllen",
  },
  fr: {
    body: "*{{1}}* est votre code de vérification.",
    advice: "Pour votre sécurité, ne le partagez pas.",
    expiry: "Ce code expire dans {n} minutes.",
    copy: "Copier le code",
    autofill: "Saisie automatique",
  },
  it: {
    body: "*{{1}}* è il tuo codice di verifica.",
    advice: "Per la tua sicurezza, non condividerlo.",
    expiry: "Il codice scade tra {n} minuti.",
    copy: "Copia codice",
    autofill: "Compila in automatico",
  },
  id: {
    body: "*{{1}}* adalah kode verifikasi Anda.",
    advice: "Demi keamanan, jangan bagikan kode ini.",
    expiry: "Kode ini kedaluwarsa dalam {n} menit.",
    copy: "Salin kode",
    autofill: "Isi otomatis",
  },
  tr: {
    body: "*{{1}}* doğrulama kodunuzdur.",
    advice: "Güvenliğiniz için bu kodu paylaşmayın.",
    expiry: "Bu kodun süresi {n} dakika içinde dolar.",
    copy: "Kodu kopyala",
    autofill: "Otomatik doldur",
  },
};

function wordsIn(language: string): Words {
  return WORDS[language.split("_")[0] ?? ""] ?? ENGLISH;
}

export function codeBody(language: string, advice: boolean): string {
  const words = wordsIn(language);
  return advice ? `${words.body} ${words.advice}` : words.body;
}

export function codeFooter(language: string, minutes: string): string {
  return wordsIn(language).expiry.replace("{n}", minutes);
}

/** What the buttons say when the business has not chosen other words. */
export function codeButton(language: string): { readonly text: string; readonly autofill: string } {
  const { copy, autofill } = wordsIn(language);
  return { text: copy, autofill };
}
