import type {
  MacroJson,
  MacroStepJson,
  QuickReplyJson,
  ReachWish,
} from "@galka/contract/json/library";
import { PRIORITIES } from "@galka/core/conversations/work";
import { unreachable } from "@galka/core/kernel/unreachable";
import { Plus, X } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Select } from "../../ui/controls/Select.tsx";
import { Field } from "../../ui/Field.tsx";
import { IconButton } from "../../ui/IconButton.tsx";
import { useFilterOptions } from "../filters/use-filter-options.ts";
import { MinutesField } from "../filters/MinutesField.tsx";
import { ChipChoice } from "../filters/ChipChoice.tsx";
import { ReachField } from "../library/ReachField.tsx";
import { reachWishOf } from "../library/reach-wish.ts";
import { UnsavedDialog } from "../unsaved/UnsavedDialog.tsx";
import { useIsChanged } from "../unsaved/use-is-changed.ts";
import { useUnsaved } from "../unsaved/use-unsaved.ts";
import { useAssigneeOptions } from "../work/use-assignees.ts";
import { useKeeping } from "../library/use-keeping.ts";
import { macrosQuery } from "./macros-query.ts";

type Props = {
  readonly macro: MacroJson | null;
  readonly replies: readonly QuickReplyJson[];
  readonly onDone: () => void;
};

type Row = { readonly key: number; readonly step: MacroStepJson };

/** Everything about one macro: its name, its steps in their order, whom it is for. */
export function MacroForm({ macro, replies, onDone }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(macro?.name ?? "");
  const [reach, setReach] = useState<ReachWish>(macro ? reachWishOf(macro) : { for: "me" });
  const [rows, setRows] = useState<readonly Row[]>(() =>
    (macro?.steps ?? [{ do: "status", to: "closed" }]).map((step, key) => ({ key, step })),
  );
  const unsaved = useUnsaved(useIsChanged({ name, reach, steps: rows.map(({ step }) => step) }));
  const { error, busy, save, remove } = useSaving(macro?.id ?? null, onDone);

  function onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    save({ name: name.trim(), reach, steps: rows.map(({ step }) => step) });
  }

  function change(key: number, step: MacroStepJson): void {
    setRows(rows.map((row) => (row.key === key ? { key, step } : row)));
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={onSubmit}>
      <Field label={t("macros.name")}>
        {(tied) => (
          <input
            {...tied}
            required
            className="field"
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <ol className="flex flex-col gap-2">
        {rows.map(({ key, step }) => (
          <li key={key} className="flex flex-wrap items-center gap-2 rounded-control border p-2">
            <select
              aria-label={t("macros.does")}
              className="field w-auto"
              value={step.do}
              onChange={(event) => change(key, emptyStep(event.target.value, replies))}
            >
              {KINDS.filter((kind) => kind !== "send" || replies.length > 0).map((kind) => (
                <option key={kind} value={kind}>
                  {t(`macros.kind.${kind}`)}
                </option>
              ))}
            </select>
            <div className="min-w-40 flex-1">
              <StepValue step={step} replies={replies} onChange={(next) => change(key, next)} />
            </div>
            <IconButton
              label={t("macros.removeStep")}
              disabled={rows.length === 1}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            >
              <X size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ol>
      <Button
        look="quiet"
        className="self-start"
        icon={<Plus size={16} aria-hidden="true" />}
        disabled={rows.length === 10}
        onClick={() =>
          setRows([
            ...rows,
            { key: Math.max(...rows.map(({ key }) => key)) + 1, step: { do: "assign", to: "me" } },
          ])
        }
      >
        {t("macros.addStep")}
      </Button>
      <ReachField reach={reach} onChange={setReach} />
      {error === null ? null : (
        <p role="alert" className="text-list text-red">
          {error}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {macro ? (
          <Button look="danger" className="mr-auto" onClick={remove}>
            {t("library.remove")}
          </Button>
        ) : null}
        <Button look="quiet" onClick={() => unsaved.guard(onDone)}>
          {t("action.cancel")}
        </Button>
        <Button type="submit" look="primary" busy={busy}>
          {t("action.save")}
        </Button>
      </div>
      <UnsavedDialog unsaved={unsaved} />
    </form>
  );
}

const KINDS = ["send", "note", "label", "assign", "team", "status", "snooze", "priority"] as const;
const STATES = ["open", "pending", "closed"] as const;

function emptyStep(kind: string, replies: readonly QuickReplyJson[]): MacroStepJson {
  switch (kind) {
    case "send":
      return { do: "send", quickReplyId: replies[0]?.id ?? "" };
    case "note":
      return { do: "note", text: "" };
    case "label":
      return { do: "label", add: [], remove: [] };
    case "team":
      return { do: "team", to: "none" };
    case "status":
      return { do: "status", to: "closed" };
    case "snooze":
      return { do: "snooze", minutes: 60 * 24 };
    case "priority":
      return { do: "priority", to: "high" };
    default:
      return { do: "assign", to: "me" };
  }
}

type ValueProps = {
  readonly step: MacroStepJson;
  readonly replies: readonly QuickReplyJson[];
  readonly onChange: (step: MacroStepJson) => void;
};

function StepValue({ step, replies, onChange }: ValueProps) {
  const { t } = useTranslation();
  const options = useFilterOptions();
  const assignees = useAssigneeOptions();
  const label = t(`macros.kind.${step.do}`);
  switch (step.do) {
    case "send": {
      const all = replies.map(({ id, title }) => ({ value: id, name: title }));
      const send = (quickReplyId: string) => onChange({ do: "send", quickReplyId });
      return (
        <Select
          className="field"
          label={label}
          options={all}
          value={step.quickReplyId}
          onChange={send}
        />
      );
    }
    case "note":
      return (
        <textarea
          aria-label={t("macros.noteText")}
          className="field"
          rows={2}
          dir="auto"
          required
          maxLength={4000}
          title={t("macros.noteHint", { example: "{{contact.name}}" })}
          value={step.text}
          onChange={(event) => onChange({ do: "note", text: event.target.value })}
        />
      );
    case "label": {
      const labels = options.label.filter(({ value }) => value !== "none");
      const put = (add: string[]) => onChange({ ...step, add });
      return <ChipChoice label={label} options={labels} chosen={step.add} onChange={put} />;
    }
    case "assign": {
      const assign = (to: string) => onChange({ do: "assign", to });
      return (
        <Select
          className="field"
          label={label}
          options={assignees}
          value={step.to}
          onChange={assign}
        />
      );
    }
    case "team": {
      const teams = options.team.filter(({ value }) => value !== "mine");
      const give = (to: string) => onChange({ do: "team", to });
      return (
        <Select className="field" label={label} options={teams} value={step.to} onChange={give} />
      );
    }
    case "status": {
      const states = STATES.map((value) => ({ value, name: t(`filters.status.${value}`) }));
      const set = (to: (typeof STATES)[number]) => onChange({ do: "status", to });
      return (
        <Select className="field" label={label} options={states} value={step.to} onChange={set} />
      );
    }
    case "priority": {
      const all = PRIORITIES.map((value) => ({ value, name: t(`filters.priority.${value}`) }));
      const set = (to: (typeof PRIORITIES)[number]) => onChange({ do: "priority", to });
      return (
        <Select className="field" label={label} options={all} value={step.to} onChange={set} />
      );
    }
    case "snooze":
      return (
        <MinutesField
          label={label}
          minutes={step.minutes}
          onChange={(minutes) => onChange({ do: "snooze", minutes: Math.max(1, minutes) })}
        />
      );
    default:
      return unreachable(step);
  }
}

type Wish = { readonly name: string; readonly reach: ReachWish; readonly steps: MacroStepJson[] };

function useSaving(id: string | null, onDone: () => void) {
  const api = useApi();
  const { error, busy, keep } = useKeeping<unknown>(macrosQuery(api).queryKey, onDone);

  return {
    error,
    busy,
    save: (body: Wish) =>
      keep(() =>
        id === null ? api("createMacro", { body }) : api("updateMacro", { params: { id }, body }),
      ),
    remove: () => keep(async () => id && api("removeMacro", { params: { id } })),
  };
}
