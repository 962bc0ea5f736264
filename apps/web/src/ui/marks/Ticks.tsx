import type { MessageStatusJson } from "@galka/contract/json/message";
import { unreachable } from "@galka/core/kernel/unreachable";
import { useTranslation } from "react-i18next";

type Props = { readonly status: MessageStatusJson };

const SINGLE = "M2.500 6.200l3 3L12 2.700";
const DOUBLE = "M1 6.200l3 3L10.500 2.700M8 8.600l.6.600 6.500-6.500";

/**
 * How far a message of ours has come, as a shape: a clock, one tick, two, two
 * in blue, a mark for heard, a red mark for failed. The same everywhere.
 */
export function Ticks({ status }: Props) {
  const { t } = useTranslation();
  if (status === "received") return null;
  const name = t(`status.${status}`);
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the drawing takes its colour from the text, which an img cannot
    <span role="img" aria-label={name} title={name} className="inline-flex shrink-0 align-[-1px]">
      <svg width="16" height="12" viewBox="0 0 16 12" fill="none" aria-hidden="true">
        <Shape status={status} />
      </svg>
    </span>
  );
}

function Shape({ status }: Props) {
  switch (status) {
    case "queued":
    case "dispatching":
      return <Clock />;
    case "unknown":
      return <HatchedClock />;
    case "accepted":
    case "sent":
      return <Tick path={SINGLE} className="stroke-current opacity-80" />;
    case "delivered":
      return <Tick path={DOUBLE} className="stroke-current opacity-80" />;
    case "read":
      return <Tick path={DOUBLE} className="stroke-blue-ink" />;
    case "played":
      return (
        <>
          <Tick path="M1 6.200l3 3L8.500 4.700" className="stroke-blue-ink" />
          <path d="M10.500 3.200v5.600l4.500-2.800z" className="fill-blue-ink" />
        </>
      );
    case "received":
      return null;
    case "failed":
      return (
        <>
          <circle cx="8" cy="6" r="5.500" className="fill-red" />
          <path
            d="M8 3v3.600M8 8.700v.1"
            strokeWidth="1.600"
            className="stroke-surface"
            strokeLinecap="round"
          />
        </>
      );
    default:
      return unreachable(status);
  }
}

function Tick({ path, className }: { readonly path: string; readonly className: string }) {
  return (
    <path
      d={path}
      className={className}
      strokeWidth="1.600"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

function Clock() {
  return (
    <g className="stroke-current opacity-80" strokeWidth="1.300" strokeLinecap="round">
      <circle cx="8" cy="6" r="4.800" />
      <path d="M8 3.500V6l1.700 1" />
    </g>
  );
}

function HatchedClock() {
  return (
    <g className="stroke-amber" strokeWidth="1.300" strokeLinecap="round">
      <circle cx="8" cy="6" r="4.800" strokeDasharray="2.200 1.600" />
      <path d="M5.200 8L9 3.200M7.200 9.200l3.600-4.600" strokeWidth="1" />
    </g>
  );
}
