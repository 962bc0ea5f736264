import { variableKeys } from "@galka/core/templates/variables";
import { Braces } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { EditorPart } from "./EditorPart.tsx";
import { ExampleFields } from "./ExampleFields.tsx";
import { TextField } from "./TextField.tsx";
import type { Editing } from "./editing.ts";

const BODY_MAX = 1024;
const OFFER_BODY_MAX = 600;

/** The text itself, with its variables and an example of each. */
export function BodyFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange } = editing;
  const { body, bodyExamples = {} } = text;
  return (
    <EditorPart
      title={t("templates.bodyTitle")}
      editing={editing}
      at={{ part: "body" }}
      about={body}
    >
      <TextField
        label={t("templates.bodyText")}
        value={body}
        rows={6}
        max={text.offer ? OFFER_BODY_MAX : BODY_MAX}
        onChange={(value) => onChange({ ...text, body: value })}
      />
      <Button
        className="self-start"
        icon={<Braces size={16} aria-hidden="true" />}
        onClick={() => onChange({ ...text, body: `${body} {{${nextKey(text)}}}` })}
      >
        {t("templates.addVariable")}
      </Button>
      <ExampleFields
        text={body}
        examples={bodyExamples}
        onChange={(examples) => onChange({ ...text, bodyExamples: examples })}
      />
    </EditorPart>
  );
}

/** The next number, or a name that is not there yet. */
function nextKey({ body, parameterFormat }: Editing["text"]): string {
  const keys = variableKeys(body);
  const next = keys.length + 1;
  return parameterFormat === "named" ? `value_${next}` : String(next);
}
