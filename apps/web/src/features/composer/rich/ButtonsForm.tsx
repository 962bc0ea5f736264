import { RICH_LIMITS, type RichDraft } from "@galka/core/messages/rich-draft";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { CountedField } from "./CountedField.tsx";
import { RichFrame, type RichPlace } from "./RichFrame.tsx";
import { TextAndFooter } from "./TextAndFooter.tsx";
import { useFlaws } from "./use-flaws.ts";

type Choice = { readonly id: string; readonly title: string };

/** A text with up to three answers to tap. */
export function ButtonsForm({ place }: { readonly place: RichPlace }) {
  const { t } = useTranslation();
  const [text, setText] = useState(place.text);
  const [footer, setFooter] = useState("");
  const [buttons, setButtons] = useState<readonly Choice[]>([{ id: "answer-1", title: "" }]);
  const draft: RichDraft = { kind: "buttons", text, footer, buttons };
  const flaws = useFlaws(draft);

  function add(): void {
    const taken = new Set(buttons.map(({ id }) => id));
    const free = [1, 2, 3].map((n) => `answer-${n}`).find((id) => !taken.has(id));
    if (free) setButtons([...buttons, { id: free, title: "" }]);
  }

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
      {buttons.map(({ id, title }, index) => (
        <div key={id} className="flex items-end gap-1">
          <CountedField
            label={t("rich.buttons.title", { number: index + 1 })}
            value={title}
            most={RICH_LIMITS.buttonTitle}
            error={flaws.at(`buttons.${index}`)}
            onChange={(next) =>
              setButtons(buttons.map((it) => (it.id === id ? { id, title: next } : it)))
            }
          />
          <IconButton
            label={t("rich.buttons.remove", { number: index + 1 })}
            disabled={buttons.length === 1}
            onClick={() => setButtons(buttons.filter((it) => it.id !== id))}
          >
            <X size={16} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      {buttons.length < RICH_LIMITS.buttons ? (
        <Button
          look="quiet"
          className="self-start"
          icon={<Plus size={16} aria-hidden="true" />}
          onClick={add}
        >
          {t("rich.buttons.add")}
        </Button>
      ) : null}
    </RichFrame>
  );
}
