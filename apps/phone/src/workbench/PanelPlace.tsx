import { Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useEscape } from "../ui/use-escape.ts";
import { PANEL_COMPONENTS } from "./lazy-panels.ts";
import type { PanelName } from "./panel.ts";

/** Where a panel lies: beside the phones on a wide screen, in their place on a narrow one. */
export function PanelPlace({ panel }: { readonly panel: PanelName }) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  useEscape(box, () => {
    location.hash = "#phones";
  });
  const Panel = PANEL_COMPONENTS[panel];
  return (
    <section
      ref={box}
      aria-label={t(`bench.${panel}`)}
      data-panel={panel}
      className="@container min-w-0 flex-1 overflow-y-auto bg-surface lg:border-s lg:border-hairline"
    >
      <Suspense fallback={<p className="p-6 text-ink-3">{t("bench.opening")}</p>}>
        <Panel />
      </Suspense>
    </section>
  );
}
