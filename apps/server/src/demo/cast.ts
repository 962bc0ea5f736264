/** Somebody of the demo. Numbers are of ranges that no real person has. */
export type CastMember = {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly username?: string;
  readonly phoneHidden?: boolean;
};

/** The people who write to Jackdaw Coffee. */
export const CAST: readonly CastMember[] = [
  { key: "anna", name: "Анна Петрова", phone: "+7 900 000-01-17" },
  { key: "luis", name: "Luis Ortega", phone: "+34 600 000 142" },
  { key: "mia", name: "Mia Hoffmann", phone: "+49 155 0555 0131" },
  { key: "tom", name: "Tom Whitfield", phone: "+44 7700 900461" },
  { key: "olga", name: "Ольга Смирнова", phone: "+7 900 000-02-58" },
  { key: "priya", name: "Priya Nair", phone: "+91 90000 00073" },
  { key: "jonas", name: "Jonas Berg", phone: "+46 70 174 06 05" },
  { key: "carla", name: "Carla Mendes", phone: "+55 11 90000-0034" },
  { key: "ben", name: "Ben Carter", phone: "+1 202 555 0147" },
  { key: "irina", name: "Ирина К.", phone: "+7 900 000-03-91" },
  { key: "sam", name: "Sam Lee", phone: "+1 202 555 0186" },
  {
    key: "nour",
    name: "Nour",
    phone: "+971 50 000 0193",
    username: "nour.reads",
    phoneHidden: true,
  },
];
