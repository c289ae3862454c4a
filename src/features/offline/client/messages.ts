/** What a page says to a waiting worker when its reader wants the new version. */
export const activateMessage = 'sb:activate';

/** What a page says to the active worker when a newer version exists and could not be kept. */
export const behindMessage = 'sb:behind';

/** What a page says to the active worker when it may load the rest of the copy. */
export const finishMessage = 'sb:finish';
