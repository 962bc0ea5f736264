import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed } from "../../../../api/use-deed.ts";
import { useApi } from "../../../../sync/SyncProvider.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { Field } from "../../../../ui/Field.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { useRested } from "../../../../api/use-rested.ts";
import { newClientId } from "../../../composer/client-id.ts";
import { contactAddress, contactName } from "../../../contact/contact-name.ts";
import type { EditedCampaign } from "../use-campaign-draft.ts";

type Props = {
  readonly campaignId: string;
  readonly edited: EditedCampaign;
  readonly variant: number;
};

const FOUND = 6;
const PAUSE_MS = 250;

/** Sends the message to one contact, for instance to the member's own phone. */
export function TestSend({ campaignId, edited, variant }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const id = useId();
  const { busy, error, run } = useDeed();
  const [query, setQuery] = useState("");
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const people = useFound(query);
  const chosen = people.find((it) => it.id === chosenId) ?? null;

  function send(): void {
    if (!chosen) return;
    setSentTo(null);
    void run(async () => {
      await edited.save();
      const body = { contactId: chosen.id, variant, clientId: newClientId() };
      await api("testCampaign", { params: { id: campaignId }, body });
      setSentTo(contactName(chosen, t("contact.unnamed")));
    });
  }

  return (
    <div className="flex flex-col gap-3">
      <Field label={t("campaigns.check.testWho")}>
        {(tied) => (
          <input
            {...tied}
            type="search"
            className="field"
            value={query}
            onChange={({ target }) => setQuery(target.value)}
          />
        )}
      </Field>
      {query.trim() === "" ? null : (
        <ul className="flex flex-col divide-y rounded-control border">
          {people.map((person) => (
            <li key={person.id}>
              <label className="flex min-h-9 items-center gap-2 px-3 hover:bg-surface-2">
                <input
                  type="radio"
                  name={id}
                  className="size-4"
                  checked={person.id === chosenId}
                  onChange={() => setChosenId(person.id)}
                />
                <bdi className="min-w-0 flex-1 truncate">
                  {contactName(person, t("contact.unnamed"))}
                </bdi>
                <span className="text-list text-ink-2">{contactAddress(person)}</span>
              </label>
            </li>
          ))}
        </ul>
      )}
      {error === null ? null : (
        <Notice tone="bad" urgent>
          {error}
        </Notice>
      )}
      {sentTo === null ? null : (
        <Notice tone="good" urgent>
          {t("campaigns.check.testSent", { name: sentTo })}
        </Notice>
      )}
      <Button className="self-start" busy={busy} disabled={!chosen} onClick={send}>
        {t("campaigns.check.testSend")}
      </Button>
    </div>
  );
}

function useFound(query: string) {
  const api = useApi();
  const q = useRested(query.trim(), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ["people-table", "found", q],
    queryFn: ({ signal }) =>
      api("listPeople", { query: { q, limit: FOUND, sort: "name", way: "up" } }, { signal }),
    enabled: q !== "",
    placeholderData: keepPreviousData,
  });
  return data?.items ?? [];
}
