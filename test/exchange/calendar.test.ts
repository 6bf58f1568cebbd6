import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarText, textValue } from '../../src/exchange/icalendar.ts';
import { run, runHere } from '../support/memory-host.ts';
import { runnerCommands } from '../support/runner-commands.ts';

const plan = `plan: iechyd
title: Cynllun iechyd; a, b
kind: strategy
submitted: 2023-01-01
recommendations:
  - id: "1"
    text: x
    actions:
      - id: "1.1"
        action: "Bydd y Bwrdd Iechyd yn cyhoeddi canllawiau ŵyneb yn ŵyneb â’r gwasanaethau; llinell\\ndau, \\\\ a mwy na hynny hefyd er mwyn plygu"
        owner: Llywodraeth Cymru
        target: 2023-06
      - id: "1.2"
        action: Done
        target: 2023-05
        progress:
          - date: 2023-02-01
            status: complete
            text: Done.
      - id: "1.3"
        action: Some day
        target: ongoing
`;

const parts = (text: string, name: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents(name);

describe('calendar', () => {
  it('has a task for each open target, as an independent reader reads it', async () => {
    const { stdout, stderr } = await run(['calendar'], { 'plans/a.yaml': plan });
    const [todo, ...more] = parts(stdout, 'vtodo');
    expect(more).toEqual([]);
    expect(todo?.getFirstPropertyValue('uid')).toBe('iechyd/1.1@actionplan');
    expect(String(todo?.getFirstPropertyValue('due'))).toBe('2023-06-30');
    expect(todo?.getFirstPropertyValue('status')).toBe('NEEDS-ACTION');
    expect(todo?.getFirstPropertyValue('description')).toBe(
      'Bydd y Bwrdd Iechyd yn cyhoeddi canllawiau ŵyneb yn ŵyneb â’r gwasanaethau; llinell\ndau, \\ a mwy na hynny hefyd er mwyn plygu\nOwner: Llywodraeth Cymru\nTarget: 2023-06\nStatus: not started\nPlan: Cynllun iechyd; a, b (iechyd/1.1)',
    );
    expect(stderr).toContain('1 target in the calendar');
    expect(stderr).toContain('1 open action without a last day');
  });

  it.each(Array.from({ length: 80 }, (_, at) => at))(
    'no line that is continued begins a command',
    (length) => {
      for (const sign of [
        '::error::x',
        ': :error::x',
        '  ::error::x',
        ':::::::::::error::x',
        '##[error]x',
      ]) {
        const text = textValue(`${'x'.repeat(length)}${sign}`);
        const calendar = calendarText({ name: 'VCALENDAR', properties: [['SUMMARY', text]] });
        expect(runnerCommands(calendar)).toEqual([]);
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }
      }
    },
  );

  it('has events of whole days and reminders on request', async () => {
    const argv = ['calendar', '--as', 'events', '--alarm', '14'];
    const { stdout } = await run(argv, { 'plans/a.yaml': plan });
    const [event] = parts(stdout, 'vevent');
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2023-06-30');
    expect(String(event?.getFirstPropertyValue('dtend'))).toBe('2023-07-01');
    const [alarm] = event?.getAllSubcomponents('valarm') ?? [];
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P14D');
  });

  it('of the real plans folds at 75 octets and has no UID twice', async () => {
    const { stdout } = await runHere(['calendar', '--as-of', '2022-04-01']);
    const lines = stdout.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(stdout.replaceAll('\r\n', '')).not.toMatch(/[\r\n\ufffd]/);
    const ids = parts(stdout, 'vtodo').map((todo) => todo.getFirstPropertyValue('uid'));
    expect(ids.length).toBeGreaterThan(40);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps what is no text of a calendar out of it', async () => {
    const text = calendarText({
      name: 'VCALENDAR',
      properties: [['SUMMARY', textValue('a\r\nEND:VCALENDAR\u0007\u202e')]],
    });
    expect(text).toBe('BEGIN:VCALENDAR\r\nSUMMARY:a\\nEND:VCALENDAR\r\nEND:VCALENDAR\r\n');
  });

  it('is narrowed, and an unknown name is an error', async () => {
    const files = { 'plans/a.yaml': plan };
    const none = await run(['calendar', '--owner', 'Llywodraet Cymru'], files);
    expect(none).toMatchObject({ exit: 2, stdout: '' });
    expect(none.stderr).toContain('did you mean "Llywodraeth Cymru"?');
  });
});
