import { useTranslation } from "react-i18next";
import { EditorPart } from "./EditorPart.tsx";
import { TextField } from "./TextField.tsx";
import type { Editing } from "./editing.ts";

/** How long Meta tries to deliver a message of it; empty leaves that to Meta. */
export function TimeToLive({ editing }: { readonly editing: Editing }) {
  const { t } = useTranslation();
  const { text, onChange } = editing;
  const { ttlSeconds, ...rest } = text;
  return (
    <EditorPart title={t("templates.ttlTitle")} editing={editing} at={{ part: "ttl" }}>
      <TextField
        label={t("templates.ttlSeconds")}
        value={ttlSeconds === undefined ? "" : String(ttlSeconds)}
        hint={t("templates.ttlHint")}
        onChange={(value) =>
          onChange(/^\d{1,7}$/u.test(value) ? { ...text, ttlSeconds: Number(value) } : rest)
        }
      />
    </EditorPart>
  );
}
