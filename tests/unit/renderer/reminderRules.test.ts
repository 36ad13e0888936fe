import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ruleFor } from '#shared/domain/reminderSettings.ts';
import {
  MOST_DAYS,
  minuteText,
  ownRuleOf,
  readDays,
  readMinute,
  withDay,
  withOwnRule,
} from '../../../renderer/features/reminders/rules.ts';
import { settingsWith } from '../../support/aReminder.ts';
import { propertyRuns } from '../../support/property.ts';

test('a day is added once, the farthest first, and never one too many', () => {
  expect(withDay([30, 7, 0], 14)).toEqual([30, 14, 7, 0]);
  expect(withDay([30, 7, 0], 7)).toEqual([30, 7, 0]);
  const full = Array.from({ length: MOST_DAYS }, (_, day) => MOST_DAYS - day);
  expect(withDay(full, 365)).toEqual(full);
});

test('days are whole numbers from 0 to 3650', () => {
  expect(['0', ' 45 ', '3650'].map(readDays)).toEqual([0, 45, 3650]);
  expect(['', '-1', '3651', '1.5', '7 days', '1e3'].map(readDays)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});

test('a rule of one credential takes the place of that for all until it is taken off', () => {
  const before = settingsWith();
  expect(ownRuleOf(before, 'pmp', 'expires')).toBe('as-for-all');

  const own = settingsWith({
    subjects: withOwnRule(before.subjects, 'pmp', 'expires', { isOn: true, offsets: [45] }),
  });
  expect(ownRuleOf(own, 'pmp', 'expires')).toBe('own');
  expect(ruleFor(own, 'pmp', 'expires')).toEqual({ isOn: true, offsets: [45] });
  expect(ruleFor(own, 'cissp', 'expires')).toEqual(before.kinds.expires);

  const off = settingsWith({
    subjects: withOwnRule(own.subjects, 'pmp', 'fee-due', { isOn: false }),
  });
  expect(ownRuleOf(off, 'pmp', 'fee-due')).toBe('off');
  expect(ownRuleOf(off, 'pmp', 'expires')).toBe('own');

  const onlyFee = withOwnRule(off.subjects, 'pmp', 'expires', null);
  expect(onlyFee).toEqual({ pmp: { 'fee-due': { isOn: false } } });
  expect(withOwnRule(onlyFee, 'pmp', 'fee-due', null)).toEqual({});
});

test('a time of day is read as it is written', () => {
  expect(readMinute('21:00')).toBe(1260);
  expect(readMinute('8:05')).toBe(485);
  expect(['24:00', '21', '21:60', ''].map(readMinute)).toEqual([null, null, null, null]);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1439 }), (minute) => {
      expect(readMinute(minuteText(minute))).toBe(minute);
    }),
    propertyRuns(200),
  );
});
