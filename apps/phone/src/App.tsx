import { useEffect } from "react";
import { useActions } from "./api/actions.ts";
import { Desk } from "./desk/Desk.tsx";
import { Notices } from "./desk/Notices.tsx";
import { OnePhone } from "./desk/OnePhone.tsx";
import type { Asked } from "./prefs/address.ts";

/** The page: a desk with phones, or one phone alone when it is docked elsewhere. */
export function App({ asked }: { readonly asked: Asked }) {
  const { attempt, loadPeople } = useActions();
  useEffect(() => attempt(loadPeople), [attempt, loadPeople]);
  return (
    <>
      {asked.narrow ? (
        <OnePhone personId={asked.person} chatId={asked.chat} />
      ) : (
        <Desk asked={asked} />
      )}
      <Notices />
    </>
  );
}
