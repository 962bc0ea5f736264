import type { Explanation, Words } from "../explanation.ts";

/** Templates that cannot be made or changed: all are code 100, told apart by the subcode. */
export const TEMPLATE_RULES: readonly Explanation[] = [
  rule(2388019, "Template limit exceeded", {
    why: {
      en: "An account has 250 templates; 6,000 once the business is verified and a name approved. Each language counts.",
      ru: "В аккаунте 250 шаблонов; 6000 после подтверждения бизнеса и имени. Каждый язык считается отдельно.",
    },
    remedy: { en: "Delete templates that are not used.", ru: "Удалите неиспользуемые шаблоны." },
  }),
  rule(2388023, "The language is being deleted", {
    why: {
      en: "A deleted template keeps its name and language for 30 days.",
      ru: "Имя и язык удалённого шаблона заняты ещё 30 дней.",
    },
    remedy: { en: "Use another name, or wait.", ru: "Возьмите другое имя или подождите." },
  }),
  rule(2388024, "Content in this language already exists", {
    why: {
      en: "Name and language together must be unique in the account.",
      ru: "Имя и язык вместе должны быть уникальны в аккаунте.",
    },
    remedy: {
      en: "Edit the one there is, or choose another name.",
      ru: "Измените существующий или возьмите другое имя.",
    },
  }),
  rule(2388039, "Message template status can't be changed", {
    why: {
      en: "Only approved, rejected and paused templates can be edited; an approved one once in 24 hours and ten times in 30 days.",
      ru: "Менять можно одобренные, отклонённые и приостановленные шаблоны; одобренный раз в 24 часа и десять раз за 30 дней.",
    },
    remedy: { en: "Wait, or make another template.", ru: "Подождите или создайте другой шаблон." },
  }),
  rule(2388040, "Character limit exceeded", {
    why: {
      en: "A text is too long: header 60, body 1,024, footer 60, button 25.",
      ru: "Текст слишком длинный: заголовок 60, тело 1024, подвал 60, кнопка 25.",
    },
    remedy: { en: "Shorten the named text.", ru: "Сократите названный текст." },
  }),
  rule(2388043, "Expected field is missing", {
    why: {
      en: "A component lacks a field; most often the example of its variables.",
      ru: "У компонента нет поля, чаще всего примеров для переменных.",
    },
    remedy: {
      en: "Give an example for every variable and media header.",
      ru: "Дайте пример каждой переменной и медиа в заголовке.",
    },
  }),
  rule(2388046, "Name format is incorrect", {
    why: {
      en: "A name has lower-case letters, digits and underscores only, at most 512.",
      ru: "В имени только строчные латинские буквы, цифры и подчёркивания, не больше 512.",
    },
    remedy: { en: "Write it like order_update_2.", ru: "Пишите как order_update_2." },
  }),
  rule(2388047, "Header format is incorrect", {
    why: {
      en: "A header has no line breaks, formatting, emoji or asterisks, and at most one variable.",
      ru: "В заголовке нет переносов, оформления, эмодзи и звёздочек, и не больше одной переменной.",
    },
    remedy: { en: "Make the header plain.", ru: "Сделайте заголовок простым." },
  }),
  rule(2388060, "Button is not valid", {
    why: {
      en: "Buttons of too many or unknown kinds, in a mixed order, or with a field that is not theirs.",
      ru: "Слишком много или неизвестные кнопки, перемешанный порядок или чужое поле.",
    },
    remedy: {
      en: "Keep quick replies together; at most two links, one call, one code.",
      ru: "Держите быстрые ответы рядом; не больше двух ссылок, одного звонка, одного кода.",
    },
  }),
  rule(2388072, "Body format is incorrect", {
    why: {
      en: "The body is missing, or its variables are not numbered or named as they must be.",
      ru: "Тела нет, или его переменные пронумерованы либо названы неверно.",
    },
    remedy: {
      en: "Number variables from {{1}} without gaps, or name all of them.",
      ru: "Нумеруйте переменные с {{1}} без пропусков или назовите все.",
    },
  }),
  rule(2388073, "Footer format is incorrect", {
    why: {
      en: "A footer has no variables and no formatting.",
      ru: "В подвале нет переменных и оформления.",
    },
    remedy: { en: "Make the footer a plain line.", ru: "Сделайте подвал простой строкой." },
  }),
  rule(2388155, "Name is taken by a sample template", {
    why: {
      en: "Meta's own sample templates keep their names.",
      ru: "Имена образцов Meta заняты ею самой.",
    },
    remedy: { en: "Choose another name.", ru: "Возьмите другое имя." },
  }),
  rule(2388293, "Parameters words ratio exceeds limit", {
    why: {
      en: "There are too many variables for so little text.",
      ru: "Переменных слишком много для такого короткого текста.",
    },
    remedy: {
      en: "Lengthen the text or drop variables.",
      ru: "Удлините текст или уберите переменные.",
    },
  }),
  rule(2388299, "Variables at the start or end", {
    why: {
      en: "A text may not begin or end with a variable.",
      ru: "Текст не может начинаться или кончаться переменной.",
    },
    remedy: { en: "Put a word before and after it.", ru: "Поставьте слово до и после неё." },
  }),
  rule(2593002, "Message template not found", {
    why: {
      en: "The account has no template of this name or id, or it is deleted already.",
      ru: "В аккаунте нет шаблона с таким именем или id, либо он уже удалён.",
    },
    remedy: {
      en: "List the templates and take the name from there.",
      ru: "Запросите список шаблонов и возьмите имя оттуда.",
    },
  }),
];

function rule(
  subcode: number,
  title: string,
  words: { readonly why: Words; readonly remedy: Words },
): Explanation {
  return { code: 100, subcode, arrives: "answer", title, ...words, source: "templates" };
}
