/** The ISO day of a moment in the local time zone. */
export function localDay(moment: Date): string {
  const pad = (value: number, length: number) => String(value).padStart(length, "0");
  return `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1, 2)}-${pad(moment.getDate(), 2)}`;
}
