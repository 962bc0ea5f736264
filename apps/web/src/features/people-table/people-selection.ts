import { createSelection } from "../bulk/selection.ts";

/** As many as an export of those who are chosen one by one can name; whoever wants more takes all that are meant. */
export const CHOSEN_MOST = 200;

const made = createSelection();

/** The contacts that are chosen for what will be done to all of them at once. */
export const peopleSelection = made.selection;
export const usePeopleSelection = made.useSelection;
