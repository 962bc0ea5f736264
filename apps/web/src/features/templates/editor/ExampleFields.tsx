import type { Examples } from "@galka/core/templates/parts";
import { variableKeys } from "@galka/core/templates/variables";
import { useTranslation } from "react-i18next";
import { TextField } from "./TextField.tsx";

type Props = {
  readonly text: string;
  readonly examples: Examples;
  readonly onChange: (examples: Record<string, string>) => void;
};

/** An example of each variable of a text. */
export function ExampleFields({ text, examples, onChange }: Props) {
  const { t } = useTranslation();
  const keys = variableKeys(text);
  if (keys.length === 0) return null;
  return (
    <div className="grid gap-3 narrow:grid-cols-2">
      {keys.map((key) => (
        <TextField
          key={key}
          label={t("templates.example", { key })}
          value={examples[key] ?? ""}
          onChange={(value) =>
            onChange(
              Object.fromEntries(keys.map((it) => [it, it === key ? value : (examples[it] ?? "")])),
            )
          }
        />
      ))}
    </div>
  );
}
