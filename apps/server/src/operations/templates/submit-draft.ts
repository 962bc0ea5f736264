import { type ChannelId, idOf } from "@galka/core/kernel/ids";
import type { Refused } from "@galka/core/kernel/refused";
import { type EditRight, editRight } from "@galka/core/templates/edit-right";
import {
  type DescribedFinding,
  describeFinding,
  lintTemplate,
  severityOf,
} from "@galka/core/templates/lint/lint-template";
import type { Template } from "@galka/core/templates/template";
import { type Member, may } from "@galka/core/workspaces/member";
import { inWorkspace } from "@galka/postgres/database";
import { findTemplate, saveTemplates } from "@galka/postgres/stores/templates";
import {
  type TemplateDraft,
  deleteTemplateDraft,
  lockTemplateDraft,
  saveDraftRefusal,
} from "@galka/postgres/stores/templates/drafts";
import { saveVersions } from "@galka/postgres/stores/templates/save-versions";
import { samplesOf } from "@galka/postgres/stores/templates/samples";
import { saveSamples } from "@galka/postgres/stores/templates/team-marks";
import { listCountedEdits } from "@galka/postgres/stores/templates/versions";
import type { App } from "../../app.ts";
import type { SubmittedTemplate } from "../../channels/gateway.ts";
import { type OpenChannel, openChannel } from "../channels/open-channel.ts";
import { askToSync, changeTemplates } from "./change-templates.ts";
import { lintContext } from "./lint-context.ts";
import { type MetaRefused, orMetaRefused } from "./template-access.ts";
import { type SampleRefused, uploadSamples } from "./upload-samples.ts";

export type SubmitRefused =
  | Refused<"forbidden">
  | Refused<"not-found">
  | Refused<"template-unfit", { readonly findings: readonly DescribedFinding[] }>
  | Refused<"template-not-editable", { readonly because: string; readonly until?: string }>
  | SampleRefused
  | MetaRefused;

type Submitted = { readonly templateId: string; readonly status: Template["status"] };

const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Hands a draft in for Meta's review.
 *
 * What Meta would refuse is refused here. When no answer comes, Meta may have
 * it: the account is read again, and the draft stays until that is known. A
 * draft that was taken is gone, so that submitting twice submits once.
 */
export async function submitDraft(
  app: App,
  member: Member,
  id: string,
): Promise<Submitted | SubmitRefused> {
  if (!may(member, "templates.manage")) return { refused: "forbidden" };
  const ready = await prepare(app, member, id);
  if ("refused" in ready) return ready;
  const { draft, before, right } = ready;
  const opened = await openChannel(app, member, draft.channelId);
  if ("refused" in opened) return opened;
  const handles = await uploadSamples(app, member, opened, draft.text);
  if ("refused" in handles) return told(app, member, draft, handles);

  const submission = {
    text: draft.text,
    templateId: draft.templateId,
    handles: handles.handles,
    mayChangeCategory: right?.may === true && right.mayChangeCategory,
  };
  const submitted = await orMetaRefused(() => submitTo(app, opened, submission));
  if ("refused" in submitted) return told(app, member, draft, submitted);
  return keep(app, member, { draft, before, submitted });
}

function submitTo(
  app: App,
  { access }: OpenChannel,
  submission: Parameters<ReturnType<App["gateways"]>["submitTemplate"]>[1],
): Promise<SubmittedTemplate> {
  return app.gateways("whatsapp").submitTemplate(access, submission);
}

type Ready = {
  readonly draft: TemplateDraft;
  /** The template that is edited, as it is. */
  readonly before: Template | null;
  readonly right: EditRight | null;
};

function prepare(app: App, { workspaceId }: Member, id: string): Promise<Ready | SubmitRefused> {
  return inWorkspace(app.db, workspaceId, async (tx) => {
    const now = app.clock.now();
    const draft = await lockTemplateDraft(tx, workspaceId, id);
    if (!draft) return { refused: "not-found" };
    const { channelId, templateId: editedId } = draft;
    const context = await lintContext(tx, workspaceId, { channelId, editedId }, now);
    const findings = lintTemplate(draft.text, context).filter((it) => severityOf(it) === "error");
    if (findings.length > 0) {
      return { refused: "template-unfit", findings: findings.map(describeFinding) };
    }
    if (editedId === null) return { draft, before: null, right: null };

    const before = await findTemplate(tx, workspaceId, channelId, editedId);
    if (!before) return { refused: "not-found" };
    const which = { channelId, templateId: editedId };
    const since = new Date(now.getTime() - MONTH_MS);
    const edits = await listCountedEdits(tx, workspaceId, which, since);
    const right = editRight(now, { status: before.status, edits });
    if (right.may) return { draft, before, right };
    const until = "until" in right ? { until: right.until.toISOString() } : {};
    return { refused: "template-not-editable", because: right.because, ...until };
  });
}

/** Keeps what Meta said beside the draft, and reads the account again when it said nothing. */
async function told<R extends SubmitRefused>(
  app: App,
  { workspaceId }: Member,
  { id, channelId }: TemplateDraft,
  refused: R,
): Promise<R> {
  await inWorkspace(app.db, workspaceId, async (tx) => {
    if (refused.refused === "meta-refused") {
      const { reason, explanation, advice } = refused;
      await saveDraftRefusal(tx, workspaceId, id, { reason, explanation, advice });
    }
    if (refused.refused === "meta-unreachable") await askToSync(tx, workspaceId, channelId);
  });
  return refused;
}

type Taken = Pick<Ready, "draft" | "before"> & { readonly submitted: SubmittedTemplate };

/** The template as it stands after Meta took it; its channels read the rest from the account. */
async function keep(app: App, member: Member, taken: Taken): Promise<Submitted | SubmitRefused> {
  const { draft, before, submitted } = taken;
  const channelId: ChannelId = idOf(draft.channelId);
  const { parameterFormat, ttlSeconds, ...text } = draft.text;
  const after: Template = {
    quality: before?.quality ?? "unknown",
    ...text,
    channelId,
    id: submitted.id,
    category: submitted.category,
    status: submitted.status,
    rejectedReason: null,
    ...(parameterFormat && { parameterFormat }),
    ...(ttlSeconds !== undefined && { ttlSeconds }),
  };
  return changeTemplates(app, member, async ({ tx, workspaceId, now }) => {
    await saveTemplates(tx, workspaceId, channelId, { templates: [after], now });
    const which = { channelId, templateId: after.id };
    await saveSamples(tx, workspaceId, which, samplesOf(draft.text));
    const cause = before ? "edited" : "submitted";
    const occasion = { at: now, cause, memberId: member.id } as const;
    await saveVersions(tx, workspaceId, occasion, [{ before, after }]);
    await deleteTemplateDraft(tx, workspaceId, draft.id);
    await askToSync(tx, workspaceId, channelId);
    const { name, language, category } = after;
    const action = before ? "template-edited" : "template-submitted";
    return {
      result: { templateId: after.id, status: after.status },
      channelId,
      entry: { action, after: { name, language, category } },
    };
  });
}
