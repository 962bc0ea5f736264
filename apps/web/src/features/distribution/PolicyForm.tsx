import type { DistributionPolicyJson, OwnedPolicyJson } from "@galka/contract/json/distribution";
import { USUAL_POLICY } from "@galka/core/distribution/policy";
import { type SubmitEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Choices } from "../settings/Choices.tsx";
import { useDeed } from "../../api/use-deed.ts";
import { AnswerFields } from "./AnswerFields.tsx";
import { draftOfPolicy, readPolicy } from "./policy-draft.ts";
import { WhomFields } from "./WhomFields.tsx";

/** What a policy is for. */
export type PolicyOwner = Pick<OwnedPolicyJson, "of" | "ownerId"> & { readonly name: string };

type Props = {
  readonly owner: PolicyOwner;
  /** Null where nothing is decided yet. */
  readonly policy: DistributionPolicyJson | null;
  readonly onClose: () => void;
};

const METHODS = ["manual", "round-robin", "least-busy"] as const;
const ORDERS = ["oldest", "urgent"] as const;

/** Decides by which rules conversations are given and answered. */
export function PolicyForm({ owner, policy, onClose }: Props) {
  const { t } = useTranslation();
  const api = useApi();
  const { busy, error, run } = useDeed();
  const [draft, setDraft] = useState(() =>
    draftOfPolicy(policy ?? { ...USUAL_POLICY, skills: [...USUAL_POLICY.skills] }),
  );

  async function set(to: DistributionPolicyJson | null): Promise<void> {
    const { of, ownerId } = owner;
    const body = { of, policy: to, ...(ownerId === null ? {} : { ownerId }) };
    if (await run(() => api("setPolicy", { body }))) onClose();
  }

  return (
    <Modal open onClose={onClose} title={t("distribution.of", { name: owner.name })}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void set(readPolicy(draft));
        }}
      >
        <div>
          <Choices
            label={t("distribution.methodTitle")}
            options={METHODS.map((value) => ({ value, name: t(`distribution.method.${value}`) }))}
            value={draft.method}
            onChoose={(method) => setDraft({ ...draft, method })}
          />
          <p className="mt-1 text-list text-ink-2">
            {t(`distribution.methodLead.${draft.method}`)}
          </p>
        </div>
        {draft.method === "manual" ? null : (
          <>
            <Choices
              label={t("distribution.orderTitle")}
              options={ORDERS.map((value) => ({ value, name: t(`distribution.order.${value}`) }))}
              value={draft.order}
              onChoose={(order) => setDraft({ ...draft, order })}
            />
            <WhomFields draft={draft} onChange={setDraft} />
          </>
        )}
        <AnswerFields draft={draft} onChange={setDraft} />
        {error === null ? null : (
          <Notice tone="bad" urgent>
            {error}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" busy={busy}>
            {t("action.save")}
          </Button>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          {policy ? (
            <Button look="danger" busy={busy} onClick={() => void set(null)}>
              {t("distribution.strikeOut")}
            </Button>
          ) : null}
        </div>
      </form>
    </Modal>
  );
}
