import { Camera, Download, FolderOpen } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorldJson } from "@galka/emulator/wire/control";
import { useActions } from "../../api/actions.ts";
import { addressOf, download, replace } from "../../api/emulator.ts";
import { exactTime } from "../../text/time.ts";
import { useNow } from "../../ui/use-now.ts";
import { Block } from "../parts/Block.tsx";
import { PanelFrame } from "../parts/PanelFrame.tsx";
import { KeptList } from "./KeptList.tsx";
import { keepSnapshot } from "./kept-snapshots.ts";

/** What the world would go back to, asked about before it does. */
type Asked = { readonly file: Blob; readonly name: string };

/** The whole world at a moment: kept here, saved to a file, and gone back to. */
export function SnapshotsPanel() {
  const { t, i18n } = useTranslation();
  const { attempt } = useActions();
  const now = useNow(1_000);
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [told, setTold] = useState("");
  function keep(): void {
    attempt(async () => {
      keepSnapshot(now, await download("snapshot"));
      setTold(t("snapshots.kept", { at: exactTime(now, i18n.language) }));
    });
  }
  function goBack({ file, name }: Asked): void {
    setAsked(null);
    attempt(async () => {
      await replace<WorldJson>("snapshot", file);
      setTold(t("snapshots.restored", { name }));
    });
  }
  return (
    <PanelFrame title={t("bench.snapshots")} lead={t("snapshots.lead")}>
      <div className="flex flex-wrap gap-2">
        <button type="button" className="btn btn-primary" onClick={keep}>
          <Camera size={16} aria-hidden /> {t("snapshots.keep")}
        </button>
        <a className="btn" href={addressOf("snapshot")} download="world.galka-emulator">
          <Download size={16} aria-hidden /> {t("snapshots.save")}
        </a>
        <button type="button" className="btn" onClick={() => input.current?.click()}>
          <FolderOpen size={16} aria-hidden /> {t("snapshots.open")}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t("snapshots.open")}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file !== undefined) setAsked({ file, name: file.name });
            event.target.value = "";
          }}
        />
      </div>
      <output className="text-list text-ink-2">{told}</output>
      {asked !== null && (
        <Block title={t("snapshots.askTitle")} note={t("snapshots.askText", { name: asked.name })}>
          <div className="flex flex-wrap gap-2">
            <button type="button" className="btn text-red" onClick={() => goBack(asked)}>
              {t("snapshots.restore")}
            </button>
            <button type="button" className="btn" onClick={() => setAsked(null)}>
              {t("cancel")}
            </button>
          </div>
        </Block>
      )}
      <Block title={t("snapshots.here")} note={t("snapshots.hereNote")}>
        <KeptList
          onRestore={(it) => setAsked({ file: it.file, name: exactTime(it.at, i18n.language) })}
        />
      </Block>
    </PanelFrame>
  );
}
