import bidiFactory from "bidi-js/dist/bidi.mjs";

/** The Unicode Bidirectional Algorithm: which way each character of a text runs. */
export const bidi = bidiFactory();
