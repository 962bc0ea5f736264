import { Building2, Mail, Phone } from "lucide-react";
import type { SharedContact } from "@galka/emulator/wire/control";
import { Avatar } from "../ui/Avatar.tsx";

/** Shared contact cards, one under another. */
export function ContactsBubble({ contacts }: { readonly contacts: readonly SharedContact[] }) {
  return (
    <ul className="w-60 max-w-full space-y-2 py-0.5">
      {contacts.map((contact, at) => (
        <li key={at} className="flex gap-3">
          <Avatar id={contact.name} name={contact.name} />
          <div className="min-w-0 text-list text-ink-2">
            <p dir="auto" className="truncate text-[15px] font-medium text-ink">
              {contact.name}
            </p>
            {contact.organization !== null && (
              <p className="flex items-center gap-1.5">
                <Building2 size={13} aria-hidden /> {contact.organization}
              </p>
            )}
            {contact.phones.map((phone) => (
              <p key={phone} className="flex items-center gap-1.5">
                <Phone size={13} aria-hidden /> {phone}
              </p>
            ))}
            {contact.emails.map((email) => (
              <p key={email} className="flex items-center gap-1.5 break-all">
                <Mail size={13} aria-hidden /> {email}
              </p>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
