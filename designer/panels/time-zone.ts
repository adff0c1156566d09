/** Hours are told as the house's clock has them, as on every other page, wherever the browser is. */
export const timeZone = 'Europe/Madrid';
