// Lima's clock: UTC−05:00 the whole year, and the hours in which offices answer.
// @ts-check

const offset = 5 * 3600e3, opens = 8 * 60, closes = 16 * 60 + 15;

/**
 * The day in Lima, YYYY-MM-DD.
 * @param {number} at
 * @returns {string}
 */
export function limaDay(at) { return new Date(at - offset).toISOString().slice(0, 10); }

/**
 * The hour in Lima, HH:MM.
 * @param {number} at
 * @returns {string}
 */
export function limaHour(at) { return new Date(at - offset).toISOString().slice(11, 16); }

/**
 * Whether offices are open: Monday to Friday from 08:00 to before 16:15, but for holidays.
 * @param {number} at
 * @param {string[]} holidays
 * @returns {boolean}
 */
export function isOfficeTime(at, holidays) {
  const lima = new Date(at - offset), weekday = lima.getUTCDay();
  const minute = lima.getUTCHours() * 60 + lima.getUTCMinutes();
  return weekday > 0 && weekday < 6 && minute >= opens && minute < closes && !holidays.includes(limaDay(at));
}
