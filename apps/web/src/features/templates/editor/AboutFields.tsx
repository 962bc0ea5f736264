import { guessCategory } from "@galka/core/templates/category/guess";
import { REASON_WORDS } from "@galka/core/templates/category/reason-words";
import { TEMPLATE_LANGUAGES } from "@galka/core/templates/languages";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Field } from "../../../ui/Field.tsx";
import { languageName } from "../language-name.ts";
import { useCategoryPrice } from "../use-category-price.ts";
import { EditorPart } from "./EditorPart.tsx";
import { Remarks } from "./Remarks.tsx";
import { TextField } from "./TextField.tsx";
import { type Editing, findingsAt } from "./editing.ts";

const CATEGORIES = ["utility", "marketing"] as const;

type Props = {
  readonly editing: Editing;
  readonly channelId: string;
  /** Name and language of an edit are those of its template. */
  readonly isEdit: boolean;
};

/** What the template is called, in which language it is, and as what Meta will count it. */
export function AboutFields({ editing, channelId, isEdit }: Props) {
  const { t } = useTranslation();
  const { text, findings, onChange } = editing;
  const price = useCategoryPrice(channelId);
  const locale = useLocale();
  const isPlain = text.code === undefined;
  return (
    <EditorPart title={t("templates.about")} editing={editing} at={{ part: "name" }}>
      <TextField
        label={t("templates.name")}
        value={text.name}
        mono
        disabled={isEdit}
        hint={t("templates.nameHint")}
        onChange={(name) =>
          onChange({ ...text, name: name.toLowerCase().replaceAll(/[\s-]+/gu, "_") })
        }
      />
      <Field label={t("templates.language")}>
        {(tied) => (
          <select
            {...tied}
            className="field"
            value={text.language}
            disabled={isEdit}
            onChange={(event) => onChange({ ...text, language: event.target.value })}
          >
            {TEMPLATE_LANGUAGES.map((language) => (
              <option key={language} value={language}>
                {languageName(language, locale)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Remarks findings={findingsAt(findings, { part: "language" })} />
      {isPlain ? (
        <fieldset className="flex flex-col gap-1">
          <legend className="text-list font-medium text-ink-2">{t("templates.categoryOf")}</legend>
          {CATEGORIES.map((category) => (
            <label
              key={category}
              className="flex min-h-8 items-center gap-2 pointer-coarse:min-h-11"
            >
              <input
                type="radio"
                name="category"
                checked={text.category === category}
                onChange={() => onChange({ ...text, category })}
              />
              <span>{t(`template.category.${category}`)}</span>
              <span className="text-list text-ink-2 tabular-nums">
                {t("templates.priceEach", {
                  price: price.words(category),
                  market: price.market,
                })}
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="text-ink-2">
          {t("template.category.authentication")} ·{" "}
          {t("templates.priceEach", {
            price: price.words("authentication"),
            market: price.market,
          })}
        </p>
      )}
      <Remarks findings={findingsAt(findings, { part: "category" })} />
      {isPlain && text.body.trim() !== "" ? <Guess editing={editing} /> : null}
      {isPlain ? <Format editing={editing} /> : null}
    </EditorPart>
  );
}

/** As what Meta is likely to count it, and why. */
function Guess({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { category, certainty, reasons } = guessCategory(editing.text);
  const why = reasons.map(({ sign, words }) =>
    words === "" ? REASON_WORDS[sign][locale] : `${REASON_WORDS[sign][locale]} (${words})`,
  );
  return (
    <p className="text-list text-ink-2">
      {t(`templates.guess.${certainty}`, { category: t(`template.category.${category}`) })}{" "}
      {why.join("; ")}.
    </p>
  );
}

function Format({ editing: { text, onChange } }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  return (
    <Field label={t("templates.format")} hint={t("templates.formatHint")}>
      {(tied) => (
        <select
          {...tied}
          className="field"
          value={text.parameterFormat}
          onChange={(event) =>
            onChange({
              ...text,
              parameterFormat: event.target.value === "named" ? "named" : "positional",
            })
          }
        >
          <option value="positional">{t("templates.positional")}</option>
          <option value="named">{t("templates.named")}</option>
        </select>
      )}
    </Field>
  );
}
