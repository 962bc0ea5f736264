import { useTranslation } from "react-i18next";
import { Sheet } from "./Sheet.tsx";

type Props = {
  readonly title: string;
  /** One sentence: what will happen. */
  readonly text: string;
  readonly verb: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks once before something that cannot be undone from where it was done. */
export function Confirm({ title, text, verb, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Sheet title={title} onClose={onClose}>
      <p className="px-4 pb-4 text-ink-2">{text}</p>
      <div className="flex justify-end gap-2 px-4">
        <button type="button" className="btn" data-autofocus onClick={onClose}>
          {t("cancel")}
        </button>
        <button
          type="button"
          className="btn text-red"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {verb}
        </button>
      </div>
    </Sheet>
  );
}
