import { findPersonByPhone, type Person, savePerson } from "../store/people.ts";
import type { NewPerson } from "../wire/control.ts";
import type { World } from "../world.ts";
import { bsuidOf } from "../world/phone.ts";

/** Makes a person with a phone. `phone` is digits that nobody has yet. */
export function addPerson(world: World, given: NewPerson & { readonly phone?: string }): Person {
  const phone = given.phone ?? freePhone(world);
  return world.db.write(() =>
    savePerson(world.db, {
      id: `p${world.counters.next("person")}`,
      name: given.name,
      waId: phone,
      bsuid: bsuidOf(world.seed, phone),
      username: given.username ?? null,
      online: given.online ?? true,
      readReceipts: given.readReceipts ?? true,
      onWhatsApp: given.onWhatsApp ?? true,
      phoneHidden: given.phoneHidden ?? false,
      autoReadMs: given.autoReadMs ?? null,
    }),
  );
}

/** Numbers +1 201-555-0100 and on: 555-01xx is set aside for fiction, in every area. */
function freePhone(world: World): string {
  for (;;) {
    const count = world.counters.next("phone") - 1;
    const area = 201 + Math.floor(count / 100);
    const phone = `1${area}55501${String(count % 100).padStart(2, "0")}`;
    if (findPersonByPhone(world.db, phone) === null) return phone;
  }
}
