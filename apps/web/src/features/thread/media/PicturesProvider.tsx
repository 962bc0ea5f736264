import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from "react";
import type { ShownPicture } from "./pictures.ts";

const Viewer = lazy(() => import("./Viewer.tsx").then((module) => ({ default: module.Viewer })));

const OpenPicture = createContext<(fileId: string) => void>(() => undefined);

type Props = { readonly pictures: readonly ShownPicture[]; readonly children: ReactNode };

/** Lets any picture of the thread be opened large, with all others beside it. */
export function PicturesProvider({ pictures, children }: Props) {
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <OpenPicture value={setOpenId}>
      {children}
      {openId === null ? null : (
        <Suspense>
          <Viewer pictures={pictures} firstId={openId} onClose={() => setOpenId(null)} />
        </Suspense>
      )}
    </OpenPicture>
  );
}

export function useOpenPicture(): (fileId: string) => void {
  return useContext(OpenPicture);
}
