import { RICH_LIMITS, type RichDraft } from "@galka/core/messages/rich-draft";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { CountedField } from "./CountedField.tsx";
import { rowsIn, sectionsOf, startOfList, withSection } from "./list-form.ts";
import { ListSectionFields } from "./ListSectionFields.tsx";
import { RichFrame, type RichPlace } from "./RichFrame.tsx";
import { TextAndFooter } from "./TextAndFooter.tsx";
import { useFlaws } from "./use-flaws.ts";

/** A text with a button that opens a list to choose from. */
export function ListForm({ place }: { readonly place: RichPlace }) {
  const { t } = useTranslation();
  const [text, setText] = useState(place.text);
  const [footer, setFooter] = useState("");
  const [buttonTitle, setButtonTitle] = useState("");
  const [sections, setSections] = useState(startOfList);
  const draft: RichDraft = {
    kind: "list",
    text,
    footer,
    buttonTitle,
    sections: sectionsOf(sections),
  };
  const flaws = useFlaws(draft);
  const full = rowsIn(sections) >= RICH_LIMITS.rows;

  return (
    <RichFrame place={place} draft={draft} flaws={flaws}>
      <TextAndFooter
        text={text}
        footer={footer}
        most={RICH_LIMITS.listText}
        flaws={flaws}
        onText={setText}
        onFooter={setFooter}
      />
      <CountedField
        label={t("rich.list.button")}
        value={buttonTitle}
        most={RICH_LIMITS.buttonTitle}
        error={flaws.at("buttonTitle")}
        onChange={setButtonTitle}
      />
      {sections.map((section, index) => (
        <ListSectionFields
          key={section.key}
          at={index}
          sections={sections}
          flaws={flaws}
          onChange={setSections}
        />
      ))}
      {full ? (
        <p className="text-list text-ink-2">{t("rich.list.full")}</p>
      ) : (
        <Button
          look="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={() => setSections(withSection(sections))}
        >
          {t("rich.list.addSection")}
        </Button>
      )}
    </RichFrame>
  );
}
