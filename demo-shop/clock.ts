// The shop's day. Every date in the demo shop is told as days from "today" in the shop's time zone.

export const shopZone = 'Europe/Berlin';

export class ShopClock {
  readonly today: string;

  constructor(today: string) {
    if (!isDay(today)) throw new RangeError(`not a day: ${today} (write it as 2026-11-20)`);
    this.today = today;
  }

  // The instant at which clocks in `zone` show `time` on the day that is `days` from today.
  at(days: number, time: string, zone: string = shopZone): string {
    const [hour, minute] = time.split(':').map(Number) as [number, number];
    const shown = Date.parse(`${this.today}T00:00:00Z`) + days * dayMs + hour * 3_600_000 + minute * 60_000;
    // Two rounds: the first guess may stand on the other side of a clock change.
    const guess = shown - offsetMs(shown, zone);
    return iso(shown - offsetMs(guess, zone));
  }

  // The calendar day in the shop's zone, as days from today (yesterday is -1).
  daysFromToday(instant: string): number {
    const day = dayIn(shopZone, Date.parse(instant));
    return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${this.today}T00:00:00Z`)) / dayMs);
  }

  // Minutes that the shop's zone is ahead of UTC at noon today.
  offsetMinutes(): number {
    return offsetMs(Date.parse(`${this.today}T12:00:00Z`), shopZone) / 60_000;
  }
}

export interface LocalTime {
  // 2026-11-20
  date: string;
  // 13:37:00
  time: string;
  // +01:00
  offset: string;
}

// What clocks in `zone` show at an instant.
export function localTime(instant: string, zone: string): LocalTime {
  const ms = Date.parse(instant);
  const minutes = offsetMs(ms, zone) / 60_000;
  const shown = new Date(ms + minutes * 60_000).toISOString();
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const ahead = Math.abs(minutes);
  return {
    date: shown.slice(0, 10),
    time: shown.slice(11, 19),
    offset: `${minutes < 0 ? '-' : '+'}${two(ahead / 60)}:${two(ahead % 60)}`,
  };
}

// The day it really is in the shop's zone: used only when no day is given.
export function realToday(): string {
  return dayIn(shopZone, Date.now());
}

export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

export function plusMinutes(instant: string, minutes: number): string {
  return iso(Date.parse(instant) + minutes * 60_000);
}

export function iso(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

const dayMs = 86_400_000;

function dayIn(zone: string, ms: number): string {
  return new Date(ms + offsetMs(ms, zone)).toISOString().slice(0, 10);
}

// Asked tens of thousands of times at start-up, so a UTC day without a clock change is worked out once.
function offsetMs(ms: number, zone: string): number {
  const day = Math.floor(ms / dayMs);
  const key = `${zone} ${day}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const start = exactOffsetMs(day * dayMs, zone);
    offset = start === exactOffsetMs((day + 1) * dayMs, zone) ? start : null;
    offsets.set(key, offset);
  }
  return offset ?? exactOffsetMs(ms, zone);
}

function exactOffsetMs(ms: number, zone: string): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(ms)) part[type] = Number(value);
  const shown = Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
  return shown - Math.floor(ms / 1000) * 1000;
}

const offsets = new Map<string, number | null>();
const formats = new Map<string, Intl.DateTimeFormat>();
