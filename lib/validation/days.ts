/** Whether the text is a day that exists: `Date` takes one that does not, such as the 31st of February, for another one. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}
