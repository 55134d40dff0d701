/** The city that is measured, by itself: whoever only names it does not load the market with it. */
export const CITY = '35.73';
export const DISTRICT = '35.73.02';
