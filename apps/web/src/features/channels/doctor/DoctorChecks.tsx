import { type CheckJson, checkName } from "@galka/contract/json/connection";
import { useTranslation } from "react-i18next";
import { CheckRow } from "./CheckRow.tsx";
import { useFillIn } from "./use-fill-in.ts";

type Props = {
  readonly channelId: string;
  /** Null while the first examination is under way. */
  readonly checks: readonly CheckJson[] | null;
  readonly examining: boolean;
};

/** What the doctor looks at, in order; each verdict fills in as it is known. */
export function DoctorChecks({ channelId, checks, examining }: Props) {
  const { t } = useTranslation();
  const shown = useFillIn(checks);
  const bad = checks?.filter(({ verdict }) => verdict === "bad").length ?? 0;
  const warnings = checks?.filter(({ verdict }) => verdict === "warning").length ?? 0;
  const done = checks !== null && shown >= checks.length;
  return (
    <>
      <output className="mb-2 block font-medium">
        {!done || examining
          ? t("doctor.examining")
          : bad > 0
            ? t("doctor.bad", { count: bad })
            : warnings > 0
              ? t("doctor.warnings", { count: warnings })
              : t("doctor.good")}
      </output>
      <ol className="flex flex-col divide-y">
        {checkName.options.map((name) => {
          const index = checks?.findIndex((check) => check.name === name) ?? -1;
          const check = index >= 0 && index < shown ? (checks?.[index] ?? null) : null;
          return <CheckRow key={name} channelId={channelId} name={name} check={check} />;
        })}
      </ol>
    </>
  );
}
