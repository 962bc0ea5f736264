import type { PersonJson } from "@galka/contract/json/people/people-table";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";
import { dateOnly } from "../../i18n/dates.ts";
import { useLocale } from "../../i18n/use-locale.ts";
import { useWorkspace } from "../../sync/SyncProvider.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { phoneText } from "../contact/phone-format.ts";
import { LabelChips } from "../labels/LabelChips.tsx";
import type { Column, OwnColumn } from "./columns.ts";

type Props = { readonly person: PersonJson; readonly column: Column };

/** What one column says of one contact. */
export function PersonCell({ person, column }: Props) {
  const locale = useLocale();
  if (column.kind === "own") return <OwnCell person={person} id={column.id} />;
  const value = person.fields[column.field.name];
  if (value === undefined || value === "") return null;
  if (column.field.kind === "link" && /^https?:\/\//u.test(value)) {
    return (
      <a className="link" href={value} target="_blank" rel="noreferrer noopener">
        {value.replace(/^https?:\/\//u, "")}
      </a>
    );
  }
  const isDate = column.field.kind === "date" && /^\d{4}-\d{2}-\d{2}$/u.test(value);
  return <bdi>{isDate ? dateOnly(locale, new Date(`${value}T12:00:00`)) : value}</bdi>;
}

function OwnCell({ person, id }: { readonly person: PersonJson; readonly id: OwnColumn }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const members = useWorkspace((state) => state.members);
  const channels = useWorkspace((state) => state.channels);
  const of = (kind: "phone" | "username" | "bsuid") =>
    person.identities.filter((it) => it.kind === kind).map(({ value }) => value);
  switch (id) {
    case "address":
      return of("phone").map(phoneText).join(", ");
    case "username":
      return of("username")
        .map((it) => `@${it}`)
        .join(", ");
    case "bsuid":
      return <span className="font-mono text-meta">{of("bsuid").join(", ")}</span>;
    case "labels":
      return <LabelChips labelIds={person.labelIds} most={3} />;
    case "responsible":
      return person.responsibleId ? (
        <bdi>{members?.get(person.responsibleId)?.name ?? t("peopleTable.formerMember")}</bdi>
      ) : null;
    case "channels":
      return person.channelIds
        .map((it) => channels?.get(it)?.name ?? t("channel.removed"))
        .join(", ");
    case "last-message":
      return person.lastMessageAt ? <Moment at={person.lastMessageAt} as="list" /> : null;
    case "created":
      return dateOnly(locale, new Date(person.createdAt));
    default:
      return unreachable(id);
  }
}
