import { useTranslation } from "react-i18next";
import { Modal } from "../../ui/Modal.tsx";
import { type Shortcut, SHORTCUTS } from "./shortcuts.ts";

const GROUPS = ["list", "thread", "everywhere"] as const;

type Props = { readonly onClose: () => void };

/** All keys of the page, on `?`. */
export function ShortcutSheet({ onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal open onClose={onClose} title={t("shortcuts.title")} reading>
      <div className="grid gap-x-8 gap-y-5 narrow:grid-cols-2">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="mb-2 text-list font-semibold text-ink-2">
              {t(`shortcuts.group.${group}`)}
            </h3>
            <dl className="flex flex-col gap-1.5">
              {SHORTCUTS.filter((it) => it.group === group).map((it) => (
                <Row key={it.name} shortcut={it} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Row({ shortcut }: { readonly shortcut: Shortcut }) {
  const { t } = useTranslation();
  return (
    <div className="flex items-center gap-3">
      <dt className="flex-1">{t(`shortcuts.name.${shortcut.name}`)}</dt>
      <dd className="flex gap-1">
        {shortcut.shown.map((key) => (
          <kbd
            key={key}
            className="min-w-6 rounded border bg-surface-2 px-1.5 text-center font-mono text-meta leading-5"
          >
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
