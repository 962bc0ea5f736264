import type { contactCardJson } from "@galka/contract/json/content";
import type { z } from "zod";
import { Avatar } from "../../../ui/marks/Avatar.tsx";

type Props = { readonly cards: readonly z.infer<typeof contactCardJson>[] };

/** People that somebody passed on, with the ways to reach them. */
export function ContactCards({ cards }: Props) {
  return (
    <ul className="flex w-70 max-w-full flex-col gap-2 py-1">
      {cards.map((card) => (
        <li key={`${card.name}${card.phones[0]?.number ?? ""}`} className="flex gap-3">
          <Avatar name={card.name} size={40} />
          <div className="min-w-0">
            <p className="truncate font-medium">{card.name}</p>
            {card.organization ? (
              <p className="truncate text-list text-ink-2">{card.organization}</p>
            ) : null}
            {card.phones.map(({ number }) => (
              <p key={number}>
                <a
                  className="link inline-flex min-h-6 items-center text-list"
                  href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}
                >
                  {number}
                </a>
              </p>
            ))}
            {card.emails.map(({ address }) => (
              <p key={address} className="truncate">
                <a
                  className="link inline-flex min-h-6 items-center text-list"
                  href={`mailto:${address}`}
                >
                  {address}
                </a>
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
