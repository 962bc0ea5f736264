/** The package describes its CommonJS file as if it were a module; this names the file that is one. */
declare module "bidi-js/dist/bidi.mjs" {
  import type { Bidi } from "bidi-js";

  export default function bidiFactory(): Bidi;
}
