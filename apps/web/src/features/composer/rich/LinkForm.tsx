import { RICH_LIMITS, type RichDraft } from "@galka/core/messages/rich-draft";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import { CountedField } from "./CountedField.tsx";
import { RichFrame, type RichPlace } from "./RichFrame.tsx";
import { TextAndFooter } from "./TextAndFooter.tsx";
import { useFlaws } from "./use-flaws.ts";

/** A text with one button that opens a page. */
export function LinkForm({ place }: { readonly place: RichPlace }) {
  const { t } = useTranslation();
  const [text, setText] = useState(place.text);
  const [footer, setFooter] = useState("");
  const [title, setTitle] = useState("");
  const [url, setUrl] = useState("https://");
  const draft: RichDraft = { kind: "link", text, footer, title, url: url.trim() };
  const flaws = useFlaws(draft);

  return (
    <RichFrame place={place} draft={draft} flaws={flaws}>
      <TextAndFooter
        text={text}
        footer={footer}
        most={RICH_LIMITS.text}
        flaws={flaws}
        onText={setText}
        onFooter={setFooter}
      />
      <CountedField
        label={t("rich.link.title")}
        value={title}
        most={RICH_LIMITS.buttonTitle}
        error={flaws.at("title")}
        onChange={setTitle}
      />
      <Field label={t("rich.link.url")} error={flaws.at("url")}>
        {(tied) => (
          <input
            {...tied}
            className="field"
            inputMode="url"
            dir="ltr"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
    </RichFrame>
  );
}
