/** What a page says to a waiting worker when its reader wants the new version. */
export const activateMessage = 'sb:activate';
