import type { CampaignMessageJson } from "@galka/contract/json/campaigns/plan";
import type { TemplateJson } from "@galka/contract/json/templates/template";
import type { Variable } from "@galka/core/templates/variables";
import { useTranslation } from "react-i18next";
import { Field } from "../../../../ui/Field.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { localMinute } from "../../../scheduled/local-minute.ts";
import { fileIdOf, sourceOf, withFile, withSource } from "./message-draft.ts";
import { HeadFile } from "./HeadFile.tsx";
import { SourceFields } from "./SourceFields.tsx";
import { useVariableWords } from "./use-variable-words.ts";

type Props = {
  readonly template: TemplateJson;
  readonly variable: Variable;
  readonly message: CampaignMessageJson;
  /** Of the files in the audience. */
  readonly columns: readonly string[];
  readonly onChange: (message: CampaignMessageJson) => void;
};

/** What one variable of a template says to each person. */
export function VariableField({ template, variable, message, columns, onChange }: Props) {
  const { t } = useTranslation();
  const label = useVariableWords(template)(variable);
  const { place, card } = variable;
  switch (place) {
    case "header-file": {
      const header = card === undefined ? template.header : template.cards?.[card]?.header;
      return (
        <HeadFile
          label={label}
          kind={header?.kind}
          fileId={fileIdOf(message, card)}
          onFile={(fileId) => onChange(withFile(message, card, fileId))}
        />
      );
    }
    case "header-place":
    case "header-product":
    case "products":
      return <Notice tone="soon">{t("campaigns.what.unsupported", { what: label })}</Notice>;
    case "offer-end":
      return <OfferEnd {...{ label, variable, message, onChange }} />;
    default:
      return (
        <SourceFields
          label={label}
          source={sourceOf(message, variable)}
          columns={columns}
          onChange={(source) => onChange(withSource(message, variable, source))}
        />
      );
  }
}

type OfferProps = Pick<Props, "variable" | "message" | "onChange"> & { readonly label: string };

/** An offer ends for everybody at the same moment. */
function OfferEnd({ label, variable, message, onChange }: OfferProps) {
  const source = sourceOf(message, variable);
  const at = source?.from === "constant" ? Date.parse(source.value) : Number.NaN;
  return (
    <Field label={label}>
      {(tied) => (
        <input
          {...tied}
          type="datetime-local"
          className="field"
          value={Number.isNaN(at) ? "" : localMinute(new Date(at))}
          onChange={({ target }) => {
            const value = target.value === "" ? null : new Date(target.value).toISOString();
            onChange(
              withSource(message, variable, value === null ? null : { from: "constant", value }),
            );
          }}
        />
      )}
    </Field>
  );
}
