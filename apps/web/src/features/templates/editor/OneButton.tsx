import type { TemplateButton } from "@galka/core/templates/button";
import { variableKeys } from "@galka/core/templates/variables";
import { useTranslation } from "react-i18next";
import { TextField } from "./TextField.tsx";

const TITLE_MAX = 25;

type Props<B extends TemplateButton = TemplateButton> = {
  readonly button: B;
  readonly onChange: (button: TemplateButton) => void;
};

/** What one button says and does. */
export function OneButton({ button, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t("templates.buttonText")}
        value={button.title}
        max={TITLE_MAX}
        onChange={(title) => onChange({ ...button, title })}
      />
      <What button={button} onChange={onChange} />
    </>
  );
}

function What({ button, onChange }: Props) {
  const { t } = useTranslation();
  switch (button.kind) {
    case "url":
      return <Link button={button} onChange={onChange} />;
    case "phone":
      return (
        <TextField
          label={t("templates.phone")}
          value={button.phone}
          onChange={(phone) => onChange({ ...button, phone })}
        />
      );
    case "copy-code":
      return (
        <TextField
          label={t("templates.couponExample")}
          value={button.example ?? ""}
          onChange={(example) => onChange({ ...button, example })}
        />
      );
    case "flow":
      return (
        <>
          <TextField
            label={t("templates.flowId")}
            mono
            value={button.flowId}
            onChange={(flowId) => onChange({ ...button, flowId })}
          />
          <TextField
            label={t("templates.flowScreen")}
            mono
            value={button.screen ?? ""}
            onChange={(screen) => onChange({ ...button, screen })}
          />
        </>
      );
    default:
      return null;
  }
}

function Link({ button, onChange }: Props<Extract<TemplateButton, { kind: "url" }>>) {
  const { t } = useTranslation();
  return (
    <>
      <TextField
        label={t("templates.link")}
        mono
        value={button.url}
        hint={t("templates.linkHint")}
        onChange={(url) => onChange({ ...button, url })}
      />
      {variableKeys(button.url).length > 0 ? (
        <TextField
          label={t("templates.linkExample")}
          mono
          value={button.example ?? ""}
          onChange={(example) => onChange({ ...button, example })}
        />
      ) : null}
    </>
  );
}
