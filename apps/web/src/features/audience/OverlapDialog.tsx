import type { AudienceWishJson } from "@galka/contract/json/people/audience";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../api/use-error-words.ts";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAudienceLists, useSegments } from "./audience-queries.ts";
import { useNumberWords } from "./PeopleNumber.tsx";

/** How many people two segments or lists have in common. */
export function OverlapDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly [string, string]>(["", ""]);
  const options = useChoices();
  return (
    <Modal
      open
      onClose={onClose}
      title={t("audience.compare")}
      description={t("audience.compareLead")}
    >
      <div className="grid gap-3 narrow:grid-cols-2">
        {([0, 1] as const).map((at) => (
          <Field key={at} label={t(at === 0 ? "audience.one" : "audience.other")}>
            {(tied) => (
              <select
                {...tied}
                className="field"
                value={chosen[at]}
                onChange={({ target }) =>
                  setChosen(at === 0 ? [target.value, chosen[1]] : [chosen[0], target.value])
                }
              >
                <option value="" disabled hidden>
                  {t("audience.choose")}
                </option>
                {options.map(({ value, name }) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        ))}
      </div>
      {chosen[0] !== "" && chosen[1] !== "" ? (
        <Overlap one={wishOf(chosen[0])} other={wishOf(chosen[1])} />
      ) : null}
    </Modal>
  );
}

type Both = { readonly one: AudienceWishJson; readonly other: AudienceWishJson };

function Overlap({ one, other }: Both) {
  const { t } = useTranslation();
  const api = useApi();
  const words = useNumberWords();
  const errorWords = useErrorWords();
  const ask = (until: "quick" | "exact") => ({
    queryKey: ["collection", "audience-overlaps", one, other, until],
    queryFn: () => api("compareAudiences", { body: { one, other, until } }),
  });
  const quick = useQuery(ask("quick"));
  const isJudged = quick.data?.both.exact === false;
  const exact = useQuery({ ...ask("exact"), enabled: isJudged });
  if (quick.isError) {
    return (
      <Notice tone="bad" urgent>
        {errorWords(quick.error)}
      </Notice>
    );
  }
  const numbers = exact.data ?? quick.data;
  if (!numbers) return null;
  return (
    <dl className="mt-4 grid gap-x-6 gap-y-2 narrow:grid-cols-[auto_1fr]">
      {(["one", "other", "both"] as const).map((part) => (
        <div key={part} className="contents">
          <dt className="text-ink-2">{t(`audience.${part}`)}</dt>
          <dd className="font-medium tabular-nums">{words(numbers[part])}</dd>
        </div>
      ))}
      {exact.isFetching ? <dd className="text-ink-3">{t("audience.counting")}</dd> : null}
    </dl>
  );
}

function useChoices() {
  const { t } = useTranslation();
  const segments = useSegments();
  const lists = useAudienceLists();
  return [
    ...segments.map(({ id, name }) => ({ value: `segment:${id}`, name })),
    ...lists.map(({ id, name }) => ({
      value: `list:${id}`,
      name: t("audience.listNamed", { name }),
    })),
  ];
}

function wishOf(value: string): AudienceWishJson {
  const [kind, id = ""] = value.split(":");
  const part =
    kind === "list"
      ? ({ from: "list", listId: id } as const)
      : ({ from: "segment", segmentId: id } as const);
  return { of: [part], except: [] };
}
