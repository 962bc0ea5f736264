import type {
  TemplateLibraryJson,
  TemplateLifeJson,
} from "@galka/contract/json/templates/template-library";
import { TEMPLATE_LANGUAGES } from "@galka/core/templates/languages";
import { Archive, ArchiveRestore, Copy, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../../api/me.ts";
import { useLocale } from "../../../i18n/use-locale.ts";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/controls/Select.tsx";
import { languageName } from "../language-name.ts";
import { textOf, withCode } from "../starting-texts.ts";
import { useTemplateDeeds } from "../use-template-deeds.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";

type Item = TemplateLibraryJson["items"][number];
type Props = {
  readonly channelId: string;
  readonly item: Item;
  readonly views: readonly Item[];
  readonly life: TemplateLifeJson;
  readonly onGone: () => void;
};

/** What can be done with a template in one language. */
export function DetailDeeds({ channelId, item, views, life, onGone }: Props) {
  const { t } = useTranslation();
  const deeds = useTemplateDeeds(channelId);
  const mayManage = useMe().permissions.includes("templates.manage");
  const locale = useLocale();
  const [deleting, setDeleting] = useState(false);
  if (!mayManage) return null;
  const { template, hiddenAt } = item;
  const text = textOf(item);
  const there = views.map((view) => view.template.language);
  const more = TEMPLATE_LANGUAGES.filter((it) => !there.includes(it));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button
          look="primary"
          disabled={!life.right.may}
          icon={<Pencil size={16} aria-hidden="true" />}
          onClick={() => void deeds.write(text, template.id)}
        >
          {t("templates.edit")}
        </Button>
        <Select
          className="field w-auto max-w-48"
          label={t("templates.addLanguage")}
          options={more.map((value) => ({ value, name: languageName(value, locale) }))}
          value=""
          none={t("templates.addLanguage")}
          onChange={(language) => void deeds.write(inLanguage(text, language), null)}
        />
        <Button
          icon={<Copy size={16} aria-hidden="true" />}
          onClick={() => void deeds.write({ ...text, name: `${text.name.slice(0, 500)}_2` }, null)}
        >
          {t("templates.copy")}
        </Button>
        <Button
          icon={
            hiddenAt === null ? (
              <Archive size={16} aria-hidden="true" />
            ) : (
              <ArchiveRestore size={16} aria-hidden="true" />
            )
          }
          onClick={() => void deeds.hide(template.id, hiddenAt === null)}
        >
          {t(hiddenAt === null ? "templates.putAway" : "templates.bringBack")}
        </Button>
        <Button
          look="danger"
          icon={<Trash2 size={16} aria-hidden="true" />}
          onClick={() => setDeleting(true)}
        >
          {t("templates.delete")}
        </Button>
      </div>
      <EditRight right={life.right} />
      {deleting ? (
        <DeleteDialog
          name={template.name}
          language={template.language}
          languagesCount={there.length}
          isApproved={template.status === "approved"}
          onClose={() => setDeleting(false)}
          onDelete={async (languages) => {
            if (await deeds.remove(template.id, languages)) onGone();
          }}
        />
      ) : null}
    </div>
  );
}

function inLanguage(text: ReturnType<typeof textOf>, language: string) {
  const next = { ...text, language };
  return next.code ? withCode(next, next.code) : next;
}

/** Whether and how it may be edited, as Meta has it. */
function EditRight({ right }: { readonly right: TemplateLifeJson["right"] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  if (right.may) {
    return right.leftCount === null ? null : (
      <p className="text-list text-ink-2">{t("templates.editsLeft", { count: right.leftCount })}</p>
    );
  }
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
  const until = right.until === undefined ? "" : format.format(new Date(right.until));
  return (
    <p className="text-list text-amber">{t(`templates.notNow.${right.because}`, { until })}</p>
  );
}
