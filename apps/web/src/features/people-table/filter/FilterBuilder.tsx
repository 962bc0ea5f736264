import type {
  PeopleConditionJson,
  PeopleFilterJson,
} from "@galka/contract/json/people/people-table";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/Button.tsx";
import { emptyPeopleCondition, saysSomething } from "./people-conditions.ts";
import { PeopleConditionRow } from "./PeopleConditionRow.tsx";

/** A condition that is being written, or several of which one is enough. */
export type WrittenClause = { readonly key: number; readonly conditions: readonly Written[] };
type Written = { readonly key: number; readonly condition: PeopleConditionJson };

let lastKey = 0;

function written(condition: PeopleConditionJson): Written {
  lastKey += 1;
  return { key: lastKey, condition };
}

function clauseOf(conditions: readonly PeopleConditionJson[]): WrittenClause {
  lastKey += 1;
  return { key: lastKey, conditions: conditions.map(written) };
}

/** A filter as it is written: with none, one empty condition to begin with. */
export function writtenOf(filter: PeopleFilterJson | undefined): readonly WrittenClause[] {
  const clauses = filter?.all ?? [];
  if (clauses.length === 0) return [clauseOf([emptyPeopleCondition("label")])];
  return clauses.map((clause) => clauseOf("any" in clause ? clause.any : [clause]));
}

/** What is written, as far as it says something. */
export function filterOf(clauses: readonly WrittenClause[]): PeopleFilterJson {
  return {
    all: clauses.flatMap(({ conditions }): readonly PeopleFilterJson["all"][number][] => {
      const said = conditions.map(({ condition }) => condition).filter(saysSomething);
      const [first, ...others] = said;
      if (!first) return [];
      return others.length === 0 ? [first] : [{ any: said }];
    }),
  };
}

type Props = {
  readonly clauses: readonly WrittenClause[];
  readonly onChange: (clauses: readonly WrittenClause[]) => void;
};

/** Conditions that all hold; in each place several can stand of which one is enough. */
export function FilterBuilder({ clauses, onChange }: Props) {
  const { t } = useTranslation();

  function change(key: number, conditions: readonly Written[]): void {
    const changed = clauses.map((it) => (it.key === key ? { ...it, conditions } : it));
    onChange(changed.filter((it) => it.conditions.length > 0));
  }

  return (
    <div className="flex flex-col gap-2">
      {clauses.map(({ key, conditions }, at) => (
        <div key={key} className="flex flex-col gap-2">
          {at > 0 ? <p className="text-list font-medium text-ink-2">{t("audience.and")}</p> : null}
          <ul className="flex flex-col gap-2 border-l-2 border-edge pl-2">
            {conditions.map((it) => (
              <PeopleConditionRow
                key={it.key}
                condition={it.condition}
                onChange={(condition) =>
                  change(
                    key,
                    conditions.map((one) => (one.key === it.key ? { ...one, condition } : one)),
                  )
                }
                onRemove={() =>
                  change(
                    key,
                    conditions.filter((one) => one.key !== it.key),
                  )
                }
              />
            ))}
          </ul>
          <Button
            look="quiet"
            className="self-start"
            onClick={() => change(key, [...conditions, written(emptyPeopleCondition("label"))])}
          >
            {t("audience.or")}
          </Button>
        </div>
      ))}
      <Button
        look="quiet"
        className="self-start"
        icon={<Plus size={16} aria-hidden="true" />}
        onClick={() => onChange([...clauses, clauseOf([emptyPeopleCondition("responsible")])])}
      >
        {t("filters.add")}
      </Button>
    </div>
  );
}
