/** What a shop's own providers prove a notice by; every shop of the town has the same. */
export const SERVER_KEY = 'server-key-of-midtrans';
export const CALLBACK_TOKEN = 'callback-token-of-xendit';
