import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { toasts } from "./toasts.ts";

/** Short remarks that leave by themselves, above everything, at the lower left. */
export function Toasts() {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(toasts.shown.subscribe, toasts.shown.get);
  return (
    <section
      aria-label={t("shell.remarks")}
      aria-live="polite"
      className="pointer-events-none fixed bottom-18 left-4 z-60 flex w-[min(360px,calc(100vw-32px))] flex-col gap-2 narrow:bottom-4 narrow:left-20"
    >
      {shown.map(({ id, title, action }) => (
        <div
          key={id}
          className="rises pointer-events-auto flex items-center gap-2 rounded-control bg-ink px-3 py-2 text-surface shadow-float"
        >
          <p className="min-w-0 flex-1">{title}</p>
          {action ? (
            <button
              type="button"
              className="control px-2 font-semibold underline"
              onClick={() => {
                toasts.close(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          ) : null}
          <button
            type="button"
            aria-label={t("action.close")}
            className="grid size-6 place-items-center rounded pointer-coarse:size-11"
            onClick={() => toasts.close(id)}
          >
            <X size={16} aria-hidden="true" />
          </button>
        </div>
      ))}
    </section>
  );
}
