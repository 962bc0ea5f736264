import type { TemplateVersionJson } from "@galka/contract/json/templates/template-library";
import { wordDiff } from "@galka/core/templates/word-diff";
import { useTranslation } from "react-i18next";
import { useLocale } from "../../../i18n/use-locale.ts";
import { useMemberName } from "../use-member-name.ts";

/** The life of a template: every state it had, the latest first, and what was other than before. */
export function LifeLine({ versions }: { readonly versions: readonly TemplateVersionJson[] }) {
  return (
    <ol className="flex flex-col divide-y">
      {versions.map((version, index) => (
        <Version key={version.number} version={version} before={versions[index + 1]} />
      ))}
    </ol>
  );
}

type Props = {
  readonly version: TemplateVersionJson;
  readonly before: TemplateVersionJson | undefined;
};

function Version({ version, before }: Props) {
  const { t } = useTranslation();
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const who = useMemberName(version.memberId);
  const { state, cause, at } = version;
  return (
    <li className="flex flex-col gap-1 py-2">
      <p className="flex flex-wrap gap-x-3">
        <span className="font-medium">{t(`templates.cause.${cause}`)}</span>
        {who === null ? null : <span className="text-ink-2">{who}</span>}
        <time dateTime={at} className="text-list text-ink-2 tabular-nums">
          {format.format(new Date(at))}
        </time>
      </p>
      {before ? (
        <Changes version={version} before={before} />
      ) : (
        <p className="text-list text-ink-2">
          {t(`template.category.${state.category}`)} · {t(`template.status.${state.status}`)}
        </p>
      )}
    </li>
  );
}

function Changes({
  version,
  before,
}: {
  readonly version: TemplateVersionJson;
  readonly before: TemplateVersionJson;
}) {
  const { t } = useTranslation();
  const { changed, state } = version;
  const others = changed.filter((it) => it !== "body");
  return (
    <ul className="flex flex-col gap-0.5 text-list text-ink-2">
      {others.map((aspect) => (
        <li key={aspect}>
          <AspectChange aspect={aspect} before={before.state} after={state} />
        </li>
      ))}
      {changed.includes("body") ? (
        <li>
          {t("templates.aspect.body")}: <TextChange before={before.state.body} after={state.body} />
        </li>
      ) : null}
    </ul>
  );
}

type State = TemplateVersionJson["state"];

function AspectChange({
  aspect,
  before,
  after,
}: {
  readonly aspect: string;
  readonly before: State;
  readonly after: State;
}) {
  const { t } = useTranslation();
  switch (aspect) {
    case "status":
      return (
        <>
          {t(`template.status.${before.status}`)} → {t(`template.status.${after.status}`)}
          {after.rejectedReason === null ? "" : ` · ${after.rejectedReason}`}
        </>
      );
    case "category":
      return (
        <>
          {t(`template.category.${before.category}`)} → {t(`template.category.${after.category}`)}
        </>
      );
    case "quality":
      return (
        <>
          {t(`templates.quality.${before.quality}`)} → {t(`templates.quality.${after.quality}`)}
        </>
      );
    case "next-category":
      return after.nextCategory === undefined ? null : (
        <>
          {t("templates.life.announced", {
            category: t(`template.category.${after.nextCategory}`),
          })}
        </>
      );
    case "footer":
      return (
        <>
          {t("templates.aspect.footer")}:{" "}
          <TextChange before={before.footer ?? ""} after={after.footer ?? ""} />
        </>
      );
    case "header":
      return <>{t("templates.aspect.header")}</>;
    case "buttons":
      return <>{t("templates.aspect.buttons")}</>;
    case "offer":
      return <>{t("templates.aspect.offer")}</>;
    case "cards":
      return <>{t("templates.aspect.cards")}</>;
    case "code":
      return <>{t("templates.aspect.code")}</>;
    default:
      return <>{t("templates.aspect.ttl")}</>;
  }
}

/** A text with what went and what came; told apart by more than colour. */
function TextChange({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="whitespace-pre-wrap text-ink" dir="auto">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- the parts of two unchanging texts do not reorder
        if (kind === "added")
          return (
            <ins key={index} className="bg-green-soft text-green">
              {text}
            </ins>
          );
        // oxlint-disable-next-line react/no-array-index-key -- the parts of two unchanging texts do not reorder
        if (kind === "removed")
          return (
            <del key={index} className="bg-red-soft text-red">
              {text}
            </del>
          );
        // oxlint-disable-next-line react/no-array-index-key -- the parts of two unchanging texts do not reorder
        return <span key={index}>{text}</span>;
      })}
    </span>
  );
}
