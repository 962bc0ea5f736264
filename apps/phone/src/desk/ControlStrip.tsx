import { SlidersHorizontal, Zap } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { IconButton } from "../ui/IconButton.tsx";
import { useEscape } from "../ui/use-escape.ts";
import { ClockControl } from "./ClockControl.tsx";
import { FaultPanel } from "./FaultPanel.tsx";
import { useFaults } from "./use-faults.ts";

/** The emulator's clock and its disorder, below the phones. */
export function ControlStrip() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [folded, setFolded] = useState(true);
  const box = useRef<HTMLElement>(null);
  useEscape(box, () => setOpen(false));
  const faults = useFaults(open);
  const count = faults.active.size;
  return (
    <section
      ref={box}
      aria-label={t("strip.title")}
      className="hairline-t relative flex-none bg-surface"
    >
      {open && <FaultPanel faults={faults} />}
      <div className="flex min-h-13 items-center gap-4 overflow-x-auto px-4 py-1.5 max-sm:flex-wrap max-sm:gap-2">
        <ClockControl folded={folded} />
        <IconButton
          icon={SlidersHorizontal}
          label={folded ? t("strip.more") : t("strip.less")}
          expanded={!folded}
          className="sm:hidden"
          onClick={() => setFolded(!folded)}
        />
        <button
          type="button"
          aria-expanded={open}
          className={`btn ms-auto flex-none ${folded ? "max-sm:hidden" : ""} ${count > 0 ? "text-amber" : ""}`}
          onClick={() => setOpen(!open)}
        >
          <Zap size={16} aria-hidden />
          {count > 0 ? t("faults.active", { count }) : t("faults.title")}
        </button>
      </div>
    </section>
  );
}
