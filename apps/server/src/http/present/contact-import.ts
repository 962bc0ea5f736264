import {
  type ContactImportJson,
  type RowReasonsJson,
  type TableConsentsJson,
  rowReasonJson,
} from "@galka/contract/json/people";
import { ROW_CONSENT_LACKS } from "@galka/core/consent/table-consent";
import type { ContactImport } from "@galka/postgres/stores/contacts/contact-imports";
import type { TableConsentCounts } from "../../operations/consent/table-consents.ts";

export function presentContactImport(it: ContactImport): ContactImportJson {
  return {
    id: it.id,
    fileName: it.fileName,
    state: it.state,
    hasFile: it.source !== null,
    encoding: it.source?.encoding ?? null,
    separator: it.source?.separator ?? null,
    columns: [...it.columns],
    choices: it.choices && presentChoices(it.choices),
    rowsTotal: it.rowsTotal,
    rowsDone: it.rowsDone,
    added: it.added,
    updated: it.updated,
    skipped: it.skipped,
    failed: it.failed,
    reasons: presentReasons(it.reasons),
    consents: it.choices?.consent
      ? presentConsents({
          recorded: it.consentsRecorded,
          outweighed: it.consentsOutweighed,
          remembered: it.consentsRemembered,
          lacking: it.consentsLacking,
          lackingRows: {},
        })
      : null,
    failure: it.failure,
    createdAt: it.createdAt.toISOString(),
    startedAt: it.startedAt?.toISOString() ?? null,
    finishedAt: it.finishedAt?.toISOString() ?? null,
  };
}

export function presentReasons(reasons: ContactImport["reasons"]): RowReasonsJson {
  return Object.entries(reasons)
    .map(([reason, count]) => ({ reason: rowReasonJson.parse(reason), count }))
    .toSorted((one, other) => other.count - one.count);
}

function presentChoices({ consent, ...choices }: NonNullable<ContactImport["choices"]>) {
  return {
    ...choices,
    columns: [...choices.columns],
    ...(consent && { consent: { ...consent, purposes: [...consent.purposes] } }),
  };
}

export function presentConsents({
  lacking,
  lackingRows,
  ...counts
}: TableConsentCounts): TableConsentsJson {
  const lacks = ROW_CONSENT_LACKS.flatMap((reason) => {
    const count = lacking[reason] ?? 0;
    return count === 0 ? [] : [{ reason, count, rows: [...(lackingRows[reason] ?? [])] }];
  });
  return { ...counts, lacking: lacks };
}
