import { useTranslation } from "react-i18next";
import { classNames } from "../../ui/class-names.ts";
import { Avatar } from "../../ui/marks/Avatar.tsx";
import type { Person } from "./mentions-in.ts";

type Props = {
  readonly id: string;
  readonly found: readonly Person[];
  readonly active: number;
  readonly onPick: (person: Person) => void;
};

/** Who may be meant by the word after an @; the field keeps the focus. */
export function MentionSuggestions({ id, found, active, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
      role="listbox"
      aria-label={t("note.mention")}
      className="absolute bottom-full left-3 z-10 mb-1 w-64 rounded-control bg-surface p-1 shadow-float"
    >
      {found.map((person, index) => (
        <div
          key={person.id}
          id={`${id}-${index}`}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select would take the focus from the field
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(
            "flex min-h-9 items-center gap-2 rounded-md px-2 text-list",
            index === active && "bg-selected",
          )}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(person);
          }}
        >
          <Avatar name={person.name} size={24} />
          <span className="truncate">{person.name}</span>
        </div>
      ))}
    </div>
  );
}
