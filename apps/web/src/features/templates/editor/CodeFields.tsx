import type { CodeApp, TemplateButton } from "@galka/core/templates/button";
import { useTranslation } from "react-i18next";
import { Select } from "../../../ui/controls/Select.tsx";
import { withCode } from "../starting-texts.ts";
import { EditorPart } from "./EditorPart.tsx";
import { Remarks } from "./Remarks.tsx";
import { TextField } from "./TextField.tsx";
import { type Editing, findingsAt } from "./editing.ts";
import { Checkbox } from "../../../ui/controls/Checkbox.tsx";

type CodeButton = Extract<TemplateButton, { kind: "code" }>;

const WAYS = ["copy-code", "one-tap", "zero-tap"] as const;
const TITLE_MAX = 25;

/** What Meta leaves to choose of a template with a code: its words are fixed. */
export function CodeFields({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange, findings } = editing;
  const { code, buttons } = text;
  const button = buttons.find((it): it is CodeButton => it.kind === "code");
  if (!code || !button) return null;
  const change = (next: CodeButton) => onChange({ ...text, buttons: [next] });
  return (
    <EditorPart title={t("templates.codeTitle")} editing={editing} at={{ part: "code" }}>
      <p className="text-list text-ink-2">{t("templates.codeLead")}</p>
      <Checkbox
        label={t("templates.codeAdvises")}
        checked={code.advises}
        onChange={(checked) => onChange(withCode(text, { ...code, advises: checked }))}
      />
      <TextField
        label={t("templates.codeMinutes")}
        value={code.expiresMinutes === null ? "" : String(code.expiresMinutes)}
        hint={t("templates.codeMinutesHint")}
        onChange={(value) =>
          onChange(
            withCode(text, {
              ...code,
              expiresMinutes: /^\d{1,4}$/u.test(value) ? Number(value) : null,
            }),
          )
        }
      />
      <Select
        label={t("templates.codeHow")}
        options={WAYS.map((value) => ({ value, name: t(`templates.codeWay.${value}`) }))}
        value={button.how}
        onChange={(how) => change({ ...button, how })}
      />
      <TextField
        label={t("templates.codeButton")}
        value={button.title}
        max={TITLE_MAX}
        onChange={(title) => change({ ...button, title })}
      />
      {button.how === "copy-code" ? null : <AppFields button={button} onChange={change} />}
      <Remarks findings={findingsAt(findings, { part: "buttons", button: 0 })} />
    </EditorPart>
  );
}

function AppFields({
  button,
  onChange,
}: {
  readonly button: CodeButton;
  readonly onChange: (button: CodeButton) => void;
}) {
  const { t } = useTranslation();
  const app: CodeApp = button.apps?.[0] ?? { packageName: "", signatureHash: "" };
  const change = (next: CodeApp) =>
    onChange({ ...button, apps: [next, ...(button.apps ?? []).slice(1)] });
  return (
    <>
      <TextField
        label={t("templates.appPackage")}
        mono
        value={app.packageName}
        onChange={(packageName) => change({ ...app, packageName })}
      />
      <TextField
        label={t("templates.appHash")}
        mono
        value={app.signatureHash}
        onChange={(signatureHash) => change({ ...app, signatureHash })}
      />
      {button.how === "zero-tap" ? (
        <Checkbox
          label={t("templates.zeroTapTerms")}
          checked={button.termsAccepted === true}
          onChange={(checked) => onChange({ ...button, termsAccepted: checked })}
        />
      ) : null}
    </>
  );
}
