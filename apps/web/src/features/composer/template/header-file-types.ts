/** The types that Meta takes at the head of a template's message, by its kind; of a document any. */
export const HEADER_FILE_TYPES: Readonly<Record<string, string>> = {
  image: "image/jpeg,image/png",
  video: "video/mp4,video/3gpp",
};
