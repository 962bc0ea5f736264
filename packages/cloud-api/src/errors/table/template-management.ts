// Creating and editing templates: code 100 with one of these subcodes.
// Meta: docs/…/support/error-codes and the templates pages, read 2026-11.
import type { ErrorExplanation } from "../remedy.ts";
import { advice, remedies } from "./advice.ts";

/** Subcodes of refused templates. */
export const templateManagementErrors: readonly ErrorExplanation[] = [
  {
    code: 2388019,
    title: "Message template limit exceeded",
    remedy: remedies.fixRequest,
    explain: {
      en: "The account has as many templates as it may have.",
      ru: "В аккаунте уже максимальное число шаблонов.",
    },
    whatToDo: {
      en: "Delete templates that are not used, or have the business verified: the limit then rises to 6000.",
      ru: "Удалите неиспользуемые шаблоны или пройдите проверку бизнеса: тогда лимит вырастет до 6000.",
    },
  },
  {
    code: 2388023,
    title: "Message template language is being deleted",
    remedy: remedies.fixRequest,
    explain: {
      en: "A template of this name was deleted lately; its name is blocked for four weeks.",
      ru: "Шаблон с таким именем недавно удалён; имя заблокировано на четыре недели.",
    },
    whatToDo: { en: "Use another name.", ru: "Возьмите другое имя." },
  },
  {
    code: 2388024,
    title: "Content in This Language Already Exists",
    remedy: remedies.fixRequest,
    explain: {
      en: "This template already exists in this language.",
      ru: "Этот шаблон на этом языке уже существует.",
    },
    whatToDo: {
      en: "Edit the existing template, or use another name.",
      ru: "Измените существующий шаблон или возьмите другое имя.",
    },
  },
  {
    code: 2388039,
    title: "Message template status can't be changed",
    remedy: remedies.fixRequest,
    explain: {
      en: "In its present state the template cannot be edited.",
      ru: "В нынешнем состоянии шаблон изменить нельзя.",
    },
    whatToDo: {
      en: "Wait until Meta has judged the template.",
      ru: "Дождитесь, пока Meta проверит шаблон.",
    },
  },
  {
    code: 2388040,
    title: "Character limit exceeded",
    remedy: remedies.fixRequest,
    explain: {
      en: "A part of the template is too long.",
      ru: "Одна из частей шаблона слишком длинная.",
    },
    whatToDo: { en: "Shorten it.", ru: "Сократите её." },
  },
  {
    code: 2388043,
    title: "Message template is missing expected fields",
    remedy: remedies.fixRequest,
    explain: {
      en: "A part of the template is incomplete, often the examples for its variables.",
      ru: "Часть шаблона заполнена не полностью, часто не хватает примеров для переменных.",
    },
    whatToDo: {
      en: "Give an example for every variable.",
      ru: "Укажите пример для каждой переменной.",
    },
  },
  {
    code: 2388046,
    title: "Name Format is Incorrect",
    remedy: remedies.fixRequest,
    explain: {
      en: "A template's name may have only small Latin letters, digits and underscores.",
      ru: "В имени шаблона допустимы только строчные латинские буквы, цифры и подчёркивания.",
    },
    whatToDo: { en: "Correct the name.", ru: "Исправьте имя." },
  },
  {
    code: 2388047,
    title: "Message header format is incorrect",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something in the header is not allowed: a line break, an emoji, formatting or a second variable.",
      ru: "В заголовке есть недопустимое: перенос строки, эмодзи, форматирование или вторая переменная.",
    },
    whatToDo: { en: "Correct the header.", ru: "Исправьте заголовок." },
  },
  {
    code: 2388060,
    title: "Template buttons are not valid",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something is wrong with the buttons: their number, their order or their text.",
      ru: "Что-то не так с кнопками: их количество, порядок или текст.",
    },
    whatToDo: { en: "Correct the buttons.", ru: "Исправьте кнопки." },
  },
  {
    code: 2388072,
    title: "Message body format is incorrect",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something in the text is not allowed, such as variables that do not count up from {{1}}.",
      ru: "В тексте есть недопустимое, например переменные идут не подряд от {{1}}.",
    },
    whatToDo: { en: "Correct the text.", ru: "Исправьте текст." },
  },
  {
    code: 2388073,
    title: "Message footer format is incorrect",
    remedy: remedies.fixRequest,
    explain: {
      en: "Something in the footer is not allowed, such as a variable or an emoji.",
      ru: "В подписи внизу есть недопустимое, например переменная или эмодзи.",
    },
    whatToDo: { en: "Correct the footer.", ru: "Исправьте подпись внизу." },
  },
  {
    code: 2388155,
    title: "Template name is already used as a sample template",
    remedy: remedies.fixRequest,
    explain: {
      en: "Meta uses this name for a template of its own.",
      ru: "Meta использует это имя для собственного шаблона.",
    },
    whatToDo: { en: "Use another name.", ru: "Возьмите другое имя." },
  },
  {
    code: 2388293,
    title: "Parameters words ratio exceeds limit",
    remedy: remedies.fixRequest,
    explain: {
      en: "The template has too many variables for so little text.",
      ru: "Для такого короткого текста в шаблоне слишком много переменных.",
    },
    whatToDo: {
      en: "Write more text, or use fewer variables.",
      ru: "Добавьте текста или уменьшите число переменных.",
    },
  },
  {
    code: 2388299,
    title: "Variables can't be at the start or end of the template",
    remedy: remedies.fixRequest,
    explain: {
      en: "The text may neither begin nor end with a variable.",
      ru: "Текст не может начинаться или заканчиваться переменной.",
    },
    whatToDo: {
      en: "Put words before and after the variables.",
      ru: "Добавьте слова до и после переменных.",
    },
  },
  {
    code: 2388077,
    title: "Invalid combination of insights parameters",
    remedy: remedies.fixRequest,
    explain: {
      en: "These figures cannot be asked for together.",
      ru: "Эти показатели нельзя запросить вместе.",
    },
    whatToDo: advice.fix,
  },
];
