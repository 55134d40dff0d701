import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../shared/domain/centres/calendar.ts';
import { centreOf } from './examples.ts';

/*
 * A strict reader of RFC 5545, written from its grammar and knowing nothing of the writer: content lines end in CRLF and have
 * at most 75 octets (§3.1), are unfolded, are `name *(";" param) ":" value`, and TEXT is unescaped (§3.3.11).
 */
const CONTENT = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):([\s\S]*)$/;
const readLines = (text: string): { name: string; value: string }[] => {
  expect(text.endsWith('\r\n')).toBe(true);
  const raw = text.slice(0, -2).split('\r\n');
  for (const line of raw) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a line may hold no control character but a tab
    expect(line).not.toMatch(/[\u0000-\u0008\u000a-\u001f\u007f]/);
    expect(line).not.toBe('');
    expect(Buffer.from(line).toString('utf8')).toBe(line);
  }
  const unfolded: string[] = [];
  for (const line of raw)
    if (/^[ \t]/.test(line)) unfolded[unfolded.length - 1] += line.slice(1);
    else unfolded.push(line);
  return unfolded.map((line) => {
    const [, name = '', , value = ''] = CONTENT.exec(line) ?? [];
    expect(name).not.toBe('');
    return { name, value };
  });
};
const unescaped = (value: string): string => {
  // In TEXT a backslash stands before one of these alone, and a comma or a semicolon never without one.
  expect(value).toMatch(/^(?:[^\\;,\n]|\\[\\;,nN])*$/);
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter));
};
type Component = { kind: string; is: Map<string, string>; inside: Component[] };
const parsed = (text: string): Component => {
  const open: Component[] = [];
  let root: Component | undefined;
  for (const { name, value } of readLines(text)) {
    if (name === 'BEGIN') open.push({ kind: value, is: new Map(), inside: [] });
    else if (name === 'END') {
      const done = open.pop() as Component;
      expect(done.kind).toBe(value);
      const around = open.at(-1);
      if (around) around.inside.push(done);
      else root = done;
    } else {
      const here = open.at(-1) as Component;
      expect(here.is.has(name)).toBe(false);
      here.is.set(name, value);
    }
  }
  expect(open).toEqual([]);
  return root as Component;
};

const dayOf = (name: string, at = 5) => ({
  cityCode: '35.73',
  slug: 'pasar',
  day: `2026-12-0${at}`,
  name,
  opensAt: '08:00',
  closesAt: '14:30',
  cancelled: at === 6,
  changedAt: '2026-11-10T02:00:00.000Z',
  version: 3,
});

describe('the calendar of a centre', () => {
  test('says each market day with its place, in UTC, and that one is called off', () => {
    const text = calendarOf(centreOf(), [dayOf('Pasar Minggu'), dayOf('Bazar', 6)], 'Asia/Jakarta');
    const { kind, is, inside } = parsed(text);
    expect([kind, is.get('VERSION'), inside.length]).toEqual(['VCALENDAR', '2.0', 2]);
    expect(is.get('PRODID')).toBeDefined();
    expect(Object.fromEntries(inside[0]?.is ?? [])).toMatchObject({
      UID: '35.73-pasar-2026-12-05@pasar-rata',
      DTSTAMP: '20261110T020000Z',
      DTSTART: '20261205T010000Z',
      DTEND: '20261205T073000Z',
      SEQUENCE: '2',
      SUMMARY: 'Pasar Minggu',
      STATUS: 'CONFIRMED',
    });
    expect(inside[1]?.is.get('STATUS')).toBe('CANCELLED');
  });

  test('is in the east of the country an hour or two earlier', () => {
    expect(calendarOf(centreOf(), [dayOf('Pasar')], 'Asia/Jayapura')).toContain('DTSTART:20261204T230000Z');
  });

  test('keeps any name whole: long, with commas, semicolons, breaks and letters of four bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (some) => {
        // What a name may hold: no control characters, as the contract refuses them.
        const name = `x${some.replace(/\p{Cc}/gu, '')}`;
        const read = parsed(calendarOf(centreOf({ name }), [dayOf(name)], 'Asia/Jakarta'));
        expect(unescaped(read.inside[0]?.is.get('SUMMARY') ?? '')).toBe(name);
        expect(unescaped(read.inside[0]?.is.get('LOCATION') ?? '')).toBe(`${name}, Jl. Ijen 1`);
      }),
    );
  });
});
