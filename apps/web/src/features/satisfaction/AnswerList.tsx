import type { SatisfactionAnswerJson } from "@galka/contract/json/satisfaction/satisfaction";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi, useWorkspace } from "../../sync/SyncProvider.tsx";
import { Button } from "../../ui/Button.tsx";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Moment } from "../../ui/marks/Moment.tsx";
import { RatingMark } from "./RatingMark.tsx";
import type { FigureQuery } from "./SatisfactionFigures.tsx";
import { Checkbox } from "../../ui/controls/Checkbox.tsx";

/** What contacts answered and wrote, each with its conversation, the latest first. */
export function AnswerList({ query }: { readonly query: FigureQuery }) {
  const { t } = useTranslation();
  const api = useApi();
  const [commented, setCommented] = useState(false);
  const asked = { ...query, limit: 20, ...(commented ? { commented: "true" as const } : {}) };
  const answers = useInfiniteQuery({
    queryKey: ["satisfaction", "answers", asked],
    queryFn: ({ pageParam }) =>
      api("listSatisfactionAnswers", {
        query: pageParam === "" ? asked : { ...asked, cursor: pageParam },
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
  });
  const items = answers.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div>
      <h3 className="font-semibold">{t("satisfaction.answers")}</h3>
      <Checkbox
        label={t("satisfaction.commentedOnly")}
        checked={commented}
        onChange={setCommented}
      />
      {answers.isError ? (
        <ErrorState error={answers.error} onRetry={() => void answers.refetch()} />
      ) : null}
      {answers.isSuccess && items.length === 0 ? (
        <p className="text-list text-ink-2">{t("satisfaction.noComments")}</p>
      ) : null}
      <ul className="divide-y">
        {items.map((answer) => (
          <AnswerLine key={answer.id} answer={answer} />
        ))}
      </ul>
      {answers.hasNextPage ? (
        <Button busy={answers.isFetchingNextPage} onClick={() => void answers.fetchNextPage()}>
          {t("satisfaction.more")}
        </Button>
      ) : null}
    </div>
  );
}

function AnswerLine({ answer }: { readonly answer: SatisfactionAnswerJson }) {
  const { t } = useTranslation();
  const member = useWorkspace((state) => state.members?.get(answer.memberId ?? "")?.name);
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
      <RatingMark rating={answer} />
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: answer.conversationId }}
        className="link min-h-6 font-medium"
      >
        <bdi>{answer.contactName === "" ? t("contact.unnamed") : answer.contactName}</bdi>
      </Link>
      {member ? <span className="text-list text-ink-2">{member}</span> : null}
      <Moment at={answer.answeredAt} as="list" className="text-list text-ink-3" />
      {answer.comment ? (
        <q className="w-full text-list wrap-anywhere" dir="auto">
          {answer.comment.text}
        </q>
      ) : null}
    </li>
  );
}
