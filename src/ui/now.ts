/** ISO 8601 with this machine's offset, to the second: the time that a person here would name. */
export function nowWithOffset(): string {
  const now = new Date();
  const minutes = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const sign = minutes < 0 ? '-' : '+';
  return `${local}${sign}${two(Math.trunc(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
